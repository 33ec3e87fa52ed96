/**
 * Follows a folder of exported chats: text as WeChat, WeCom, DingTalk and QQ write it, tables as
 * WeChat exporters write them, and JSON lines. A file is a room.
 */
package dev.gill.source.chatexport;
