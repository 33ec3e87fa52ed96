/** Gill as a part of LangChain4j. */
package dev.gill.langchain4j;
