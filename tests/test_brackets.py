"""Readings of brackets in made-up sentences of many kinds: what editors and translators really write, and near misses."""

import pytest
from lxml import etree

from encoder import brackets
from encoder.inline.parse import parse
from tests import manual

CASES = """
supplied | The [Soviet] Ambassador arrived in [East] Berlin on 3 [May].
supplied | He said [that] the matter was closed.
supplied | Gen[eral] Ivanov and Sec[retary] Petrov spoke.
supplied | It was decided to send [him] home.
supplied | In [19]53 the harvest failed.
supplied | We must [not] yield.
supplied | The question of [Polish] grain was raised.
supplied | [The meeting] began at 10 o'clock.
supplied | [He] also spoke of the harvest.
supplied | The minister asked whether [we] could help.
supplied | Cde. [Todor] Zhivkov spoke next.
supplied | [Romanian General Secretary] Ceaușescu replied.
supplied | President [Richard M.] Nixon will visit.
supplied | Chairman Mao [Zedong] received them.
supplied | Premier Zhou [Enlai] received them.
supplied | He thanked Kim [Il Sung] for the gift.
supplied | They demanded the return [of the prisoners].
supplied | He spoke of the war [in Vietnam] at length.
supplied | The party [leadership] has decided.
supplied | The weapons [that were] delivered are old.
supplied | They will leave tomorrow["] he said.
supplied | He came to [Prague?] in March.
supplied | The [second] meeting was short.
supplied | Negotiations will continue [until the spring].
supplied | This is [a matter] of principle.
supplied | If [the Americans] attack, we will respond.
supplied | We told [the Vietnamese] to wait.
supplied | For [example], the mines.
supplied | He is responsible for [relations with] China.
supplied | the Warsaw [Pact] countries
supplied | The 4[th] Congress met.
supplied | He [Brezhnev said he] would come.
variant | He lived in Breslau [Wrocław] before the war.
variant | The train from Canton [Guangzhou] was late.
variant | Chiang Kai-shek [Jiang Jieshi] refused.
variant | Comrade Mao Tse-tung [Mao Zedong] said so.
variant | in Saigon [Ho Chi Minh City], the capital
variant | Ho Chi Min [Ho Chi Minh] wrote.
variant | from Peking [Beijing] to Moscow
variant | Rhee Syng-man [Yi Seung-man] left.
variant | He met Pak Hon-yong [Pak Heon-yeong] in Seoul.
variant | near Lemberg [Lviv] and Cracow
variant | Lin Piao [Lin Biao] was absent.
variant | They crossed the Amur [Heilongjiang] River.
expansion | The SED [Socialist Unity Party] agreed.
expansion | The DRV [Democratic Republic of Vietnam] asked.
expansion | the IAEA [International Atomic Energy Agency]
expansion | the International Atomic Energy Agency [IAEA] in Vienna
expansion | a member of the PB [Politburo]
expansion | The KPD [Kommunistische Partei Deutschlands] was banned.
expansion | The MSZMP [Hungarian Socialist Workers' Party] met.
expansion | the FRG's [Federal Republic of Germany's] policy
expansion | Min. [Minister] Novak
gloss | Our friend [Castro] will be pleased.
gloss | He [Khrushchev] did not agree.
gloss | They [the Chinese] did not agree.
gloss | both countries [Poland and Hungary] agreed
gloss | the General Secretary [Honecker] replied
gloss | the dacha [i.e., the country house] was cold
gloss | Filippov [Stalin] has answered.
gloss | He used the word druzhba [friendship] twice.
gloss | about 20 li [10 kilometers] away
gloss | the two of them [Marx and Engels]
gloss | the Great Leader [Kim Il Sung] was present
gloss | Kovács [the Hungarian ambassador] disagreed.
gloss | their [the Albanians'] behavior
gloss | Juche [literally, "main body"] is our idea.
gloss | the Boss [meaning Stalin] said no
gloss | from them [the Germans] we learned
gloss | Uncle Ho [Ho Chi Minh] died.
gloss | the center [Moscow] has decided
original:ru | They spoke of peaceful coexistence [mirnoe sosushchestvovanie].
original:ru | the day's work [trudoden] was paid
original:ru | He called it adventurism [avantiurizm].
original:de | the farmers [Bauern] disagreed
original:de | the border regime [Grenzregime] is strict
original:zh | the mass line [qunzhong luxian] must be followed
original:zh | people's communes [人民公社] were founded
original:zh | great leap [ta yüeh chin] forward
original:hu | the secretary [titkár] of the committee
original:ko | the great leader [widaehan suryeong] said
original:ro | the party [partidul] decided
original:vi | the front [mặt trận] was founded
original:pl | the voivode [wojewoda] of the region
query | He met Kowalski [?] in Warsaw.
query | about 300 [?] tons of grain
query | with the [illegible][?] of state
omission | First point. [...] Third point.
omission | First point. [. . .] Third point.
omission | First point. [....] Third point.
omission | He spoke. [Section omitted.] He ended.
omission | He spoke. [several paragraphs not translated] He ended.
omission | He spoke. [Excerpt ends; remainder omitted] Done.
omission | [The conversation then turned to other topics, omitted here.] Next.
omission | Agenda. [Items 2 to 5 omitted]
omission | He spoke. [unrelated section on the harvest] He ended.
gap | He met [unreadable] there.
gap | He met [two words illegible] there.
gap | the delegation of [word missing] left
gap | [Pages 4-6 missing]
gap | the price of [blank] rubles
gap | He said that [text cut off at bottom of page] and so on
gap | agent [name redacted] reported
gap | [less than one line not declassified]
gap | with [illegible—possibly a name] there
gap | [next line torn off]
annotation | [Handwritten in the top right corner: Return to file.]
annotation | [stamp: Received 4 May 1953] Text.
annotation | [signed] J. Novák
annotation | [handwritten signature] Gomułka
annotation | [in the margin: no!] He came.
annotation | [Note in pencil: To Cde. Molotov]
annotation | [Stalin's handwritten comment: Agreed.]
annotation | [seal of the ministry]
annotation | [round stamp of the Central Committee]
annotation | [marginal note: why?] He came.
annotation | Prague, 5 May [signature illegible]
annotation | [typed note at the top: Copy No. 2]
annotation | [Resolution in the upper left corner: “To the archive. Ivanov”]
rendition | It is [underlined] necessary to act, he said.
rendition | This is “essential” [underlined by hand].
rendition | We will not go. [emphasis in the original]
rendition | we are [crossed out] ready to fight
rendition | to act now [italics in original].
rendition | to act now [in bold in the original].
note | He came. [Editor's note: The date is wrong.] He left.
note | He came. [Trans. note: a pun in Russian.] He left.
note | The annex [attached] explains it.
note | as said before [see also Document No. 5]
note | [Note: This document has no date.]
note | We must act now [emphasis mine].
note | [This document was translated from a Russian copy.]
note | [translator: unclear in context]
note | He left [cf. the letter of 3 May].
sic | The goverment [sic] fell.
sic | He arrived on 31 June [sic!].
sic | Prezident [sic: President] Beneš
sic | on 3 May 1945 [sic, actually 1946]
sic | the Danub [recte Danube] river
sic | Gotwald [should read: Gottwald] agreed
supplied | Fidel [Castro] spoke for three hours.
supplied | Leonid Ilyich [Brezhnev] was ill.
supplied | Comrade Pham [Van Dong] agreed.
supplied | L. I. [Brezhnev] was very agitated.
supplied | Marshal Chen [Yi] returned.
supplied | Comrade [Mao] said so.
supplied | The army returned [back home] in May.
gloss | Workers receive kimchi [pickled cabbage] on Sundays.
gloss | He said “Nous avons le temps” [We have time].
gloss | Kim Il [First Deputy Premier] had asked him.
gloss | through friendly newspapers [Trybuna and Gazeta] today
gloss | before Independence Day [August 17] we wrote
gloss | the article in Renmin Ribao [People's Daily] of March
gloss | the movement [named after a horse of legend] grew
gloss | To A. S. [Alexander Dubček] nobody spoke.
expansion | To V. B. [Vasil Bilak] nobody spoke.
expansion | the MV [Ministerstvo vnitra, Ministry of the Interior] knows
note | He came. [Laughter.] He left.
note | He came. [Interruption in the recording.] He left.
note | He came. [Looks at Mr. Hall.] He left.
note | the “good offices” [in English in the original] of the others
note | my telegram no. 54 [printed above as document 61].
gap | he met [two groups undecipherable] there
gap | according to [group garbled], he came
omission | He came. [The conversation then turned to other matters.] He left.
rendition | to act now [underlined three times].
original | North Americans [norteamericanos] are there
original | neither yes nor no [nici laie, nici bălaie], he said
sic | the figure of “300 killed” [sic, an earlier telegram gives 30] was mentioned
footnote | as he wrote.[12] Then
footnote | the treaty,[3] which
page | He went [p. 12] home.
page | He went [page 3 of 7] home.
page | He went [12v] home.
""".strip().splitlines()


@pytest.mark.parametrize("case", CASES, ids=[case.split("|")[1].strip()[:60] for case in CASES])
def test_reading(case: str) -> None:
    wanted, sentence = (part.strip() for part in case.split("|"))
    reading, _, language = wanted.partition(":")
    claims = brackets.claims(sentence, parse(sentence), language=language or None)
    assert reading in {claim.reading for claim in claims.values()}
    assert all(
        claim.reading == reading or claim.degree < 1 or reading in {"query"} for claim in claims.values()
    )


@pytest.mark.parametrize(
    "typed",
    [
        "He came […] [sic] and To[kyo] [sic] left.",
        "[underlined] Keijo[?] and [crossed out] Keijo [sic] more.",
        "Tan [Tang] Enbo[?] left [] and [ ] came.",
        "[sic] [?] [recte: X] [Note:] [handwritten: ]",
        "It was “old” [alt] [sic, read “new”] there.",
    ],
)
def test_nothing_is_written_empty(typed: str) -> None:
    """A reading that speaks of words has some: `check` refuses an element without."""
    root = etree.fromstring(f"<p>{manual.tei_of(manual.Example(manual.FOLDER, 0, {}, typed, ''))}</p>")
    worded = {"sic", "corr", "unclear", "supplied", "orig", "reg", "abbr", "expan", "hi", "del", "gloss"}
    empty = [one.tag for one in root.iter() if one.tag in worded and not "".join(one.itertext()).strip()]
    assert empty == []
