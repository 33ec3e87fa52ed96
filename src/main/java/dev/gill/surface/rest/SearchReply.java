package dev.gill.surface.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a search found. */
@Schema(name = "SearchReply")
record SearchReply(@Schema(description = "Best first") List<PassageView> passages) {}
