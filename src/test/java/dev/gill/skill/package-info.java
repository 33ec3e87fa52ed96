/** Skills for agents. */
package dev.gill.skill;
