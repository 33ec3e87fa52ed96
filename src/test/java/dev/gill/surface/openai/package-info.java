/** Chats as clients of OpenAI's interface hold them. */
package dev.gill.surface.openai;
