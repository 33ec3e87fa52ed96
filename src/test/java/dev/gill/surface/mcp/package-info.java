/** Agents, by the Model Context Protocol. */
package dev.gill.surface.mcp;
