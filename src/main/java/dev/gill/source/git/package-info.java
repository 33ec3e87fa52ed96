/**
 * A branch of a Git repository, followed commit by commit.
 *
 * <p>May import: {@code source}, {@code model}; the only package that imports JGit.
 */
package dev.gill.source.git;
