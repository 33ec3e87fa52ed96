package dev.gill.chunk;

import java.util.List;

/** Makes pieces of units, each as long as a chunk may be. */
interface Parting {
  /** The pieces in order, none of which has more tokens than allowed; all units are in one. */
  List<List<Unit>> part(List<Unit> units);
}
