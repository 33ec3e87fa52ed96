/** Tests of the joined stages, with models that stand in for real ones. */
package dev.gill.app.house;
