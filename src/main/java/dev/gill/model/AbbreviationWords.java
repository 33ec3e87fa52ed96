package dev.gill.model;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words by which {@link Abbreviations} judges, in small letters and without their last stop.
 */
final class AbbreviationWords {
  /** Something always follows these: a name, or what they introduce. */
  static final Set<String> INTRODUCING =
      of(
          "mr mrs ms messrs mx dr prof rev hon gen col capt cpt cmdr lt sgt maj sen gov rep pres"
              + " supt insp fr hr frl dipl ing mag fa st mt ste mme mmes mlle pr univ"
              + " e.g i.e cf viz esp resp incl excl inkl exkl acc attn vgl bzw zzgl gem ggf evtl"
              + " sog bspw z.b d.h i.d.r u.u o.g i.d.f m.e u.z p.ex c.-à-d env mind insb einschl"
              + " entspr wg lfd gez geb hrsg eds op n.b vs");

  /** Something follows these, or else another sentence that begins like one. */
  static final Set<String> COUNTING =
      of(
          "max min avg std approx ca appr est asst mtg mgmt misc orig mfr bes betr dept depts"
              + " verf zw s.o s.u ltd");

  /** These are words as well; a small letter after them shows that they are not. */
  static final Set<String> WORDS =
      of(
          "temp admin elec mech tech adj assoc ext int em cap spec specs ref div trans desc proj"
              + " pt pts exp ed ea acct adm dia del dist info lab lib op org pub sup tot wt abs p.s"
              + " ibid");

  /** These stand before a number, a letter or a Roman numeral; else they are words. */
  static final Set<String> NUMBERED =
      of(
          "no nos nr nrn art arts abs kap ziff vol vols p pp pg pgs s sec sect secs ch chap chaps"
              + " fig figs eq eqs eqn eqns tab tabs tbl abb anl pos rn rz bd bde bl tel tél par"
              + " para paras param item ver v rev rel ref refs req reqs rm bldg ext apt ste rd"
              + " str av bd blvd boul hwy rte nº ed eds ex app appx cl reg regs stk anm aufl jg"
              + " al lit pkt seg ser sp fol ff f ln min max approx ca rfc iss vers");

  static final Set<String> MONTHS_AND_DAYS =
      of(
          "jan feb febr mar mär mrz apr jun jul aug sep sept oct okt nov dec dez janv févr avr juil"
              + " déc mon tue tues wed thu thur thurs fri sat sun mo di mi do fr sa so");

  static final Set<String> NAMES_OF_DAYS =
      of(
          "monday tuesday wednesday thursday friday saturday sunday january february march april"
              + " may june july august september october november december januar februar märz mai"
              + " juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag"
              + " sonntag jan feb mar apr jun jul aug sep sept oct okt nov dec dez jänner");

  /** These may also be a sentence's last word. */
  static final Set<String> CLOSING =
      of(
          "etc usw inc ltd co corp llc plc bros jr sr ave rd blvd str bldg al mio mrd tsd qty gal"
              + " ft yd u.a u.ä o.ä u.s.w e.v a.d chr jh ff esq mwst ust zzt tägl mtl monatl"
              + " jährl wöchentl gest ehem stellv vorm nachm bhf hbf dgl hwy sq govt amt mfg natl"
              + " intl pkg ppl recd reqd sched");

  /** Units after a number, where whatever begins with a capital letter is a new sentence. */
  static final Set<String> UNITS =
      of(
          "min mins hr hrs sec secs std stdn lb lbs oz pc pcs wk wks mo mos yr yrs stk ft yd a.m p.m");

  /** What sentences often begin with and names hardly ever do. */
  static final Set<String> STARTERS =
      of(
          "the it its this that these those we he she they you i there here a an if when while"
              + " then please do don't never always nobody everybody everyone all no not in on at"
              + " for from to after before with without as by but and or so however also each"
              + " every any some most who whoever what where how why use see ask call only his"
              + " her our their your my once until since because although is are was were will"
              + " der die das ein eine einer es er sie wir ihr ich man bitte danach dann bei im am"
              + " auf für wenn wer wie was wo und oder aber nur nach vor mit ohne alle jede jeder"
              + " le la les l un une il elle nous vous ils elles on ce cette ces si pour dans"
              + " après avant");

  /** What stands before an ordinal number in German, which has a full stop. */
  static final Set<String> GERMAN =
      of(
          "am im der die das den dem des vom zum zur beim ab bis seit jeder jede jedes jeden ein"
              + " eine einen einem einer ihr sein und oder auf unser unsere");

  /** What a single capital letter names rather than a person. */
  static final Set<String> LABELLED =
      of(
          "the a an hall bay room gate plan option lane part grade class type column row drive"
              + " group level line point step vitamin section appendix annex");

  private AbbreviationWords() {}

  private static Set<String> of(String words) {
    return Stream.of(words.split(" ")).collect(Collectors.toUnmodifiableSet());
  }
}
