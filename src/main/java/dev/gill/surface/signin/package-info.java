/**
 * Who calls: sign-in at a provider of OpenID Connect, sessions, access tokens, and who is an admin.
 * What is let in without, {@code surface.door} decides.
 *
 * <p>May import: {@code model}, {@code ledger}, and {@code surface}, for what it says in each
 * language.
 */
package dev.gill.surface.signin;
