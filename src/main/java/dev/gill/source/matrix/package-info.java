/**
 * Follows the rooms of a Matrix account by {@code /sync}: {@link
 * dev.gill.source.matrix.FollowedRooms} keeps them in an archive below the data folder, {@link
 * dev.gill.source.matrix.Watch} waits for news, and what is said becomes documents by {@code
 * source.chat}. Shapes are those of the Client-Server API, version 1.12.
 */
package dev.gill.source.matrix;
