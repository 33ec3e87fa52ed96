/**
 * What all chats have in common: joins the messages of a room into conversations, leaves out what
 * says nothing and what somebody does not want to be read, and makes documents of the rest.
 * Adapters bring the messages.
 */
package dev.gill.source.chat;
