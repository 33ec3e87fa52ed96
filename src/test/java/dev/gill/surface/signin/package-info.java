/** Who is let in by sign-in, session and token, and who is not. */
package dev.gill.surface.signin;
