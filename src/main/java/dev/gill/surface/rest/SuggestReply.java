package dev.gill.surface.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What may be meant by what is typed. */
@Schema(name = "SuggestReply")
record SuggestReply(@Schema(description = "Best first") List<SuggestionView> suggestions) {}
