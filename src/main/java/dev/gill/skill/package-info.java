/**
 * Skills for agents (the Agent Skills format): folders of quotes with their sources, of what a
 * named audience may read, that are kept in step with the documents. What is written so is
 * knowledge, and never how a person speaks: conversations are left out.
 *
 * <p>May import: {@code answer}, {@code index}, {@code model}.
 */
package dev.gill.skill;
