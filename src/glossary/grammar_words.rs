//! Words of grammar: articles, pronouns, prepositions, conjunctions, auxiliaries. Some are spelled like a noun or like
//! a form of one (French `été`, Spanish `este`, Russian `после`), and are nearly always what they seem.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::glossary::inflect::Language;

/// The closed classes of one language, folded, each as words between blanks.
struct Grammar {
    /// Words that are hardly ever nouns.
    closed: &'static str,
    /// Words before which a noun follows, so that even a closed word is one there.
    determiners: &'static str,
    /// Quantities and the like, which stand between a determiner and the noun: they are nouns only where none
    /// follows.
    quantities: &'static str,
    /// Words after which a verb stands and no noun can: subjects, particles, auxiliaries.
    before_verbs: &'static str,
}

const ENGLISH: Grammar = Grammar {
    closed: " a an the this that these those i you he she it we they me him her us them my your his its our their who \
        whom whose which what and or but nor so yet if because while as than of in on at by for with from to into \
        about between through during before after above below under over up down out off again not no am is are was \
        were be been being have has had having do does did can could will would shall should may might must then \
        there here when where why how very too also just only still even ",
    determiners: " a an the this that these those my your his her its our their no ",
    quantities: " one ones other others another same such some any each every either neither both all many much more \
        most few less least several ",
    before_verbs: " i we they he she who can could will would shall should may might must cannot ",
};

const FRENCH: Grammar = Grammar {
    closed: " le la les l un une des du de d au aux ce cet cette ces mon ton son ma ta sa mes tes ses notre votre leur \
        nos vos leurs je j tu il elle on nous vous ils elles me te se moi toi lui eux y en qui que qu quoi dont où et \
        ou mais donc or ni car si comme quand lorsque puisque à dans par pour vers avec sans sous sur entre chez \
        contre avant après depuis pendant est sont était étaient été être suis es êtes sommes soit sera serait fut ai \
        as a avons avez ont avait avaient eu ayant aura aurait ne n pas plus moins très trop aussi alors ainsi ",
    determiners: " le la les l un une du au des aux ce cet ces mon ton son notre votre leur nos vos leurs d en ",
    quantities: " tout tous toute toutes autre autres même mêmes peu beaucoup chaque plusieurs quelque quelques aucun \
        aucune tel telle tels telles ",
    before_verbs: " je j tu il elle on ils elles ne n se s me m te ",
};

const SPANISH: Grammar = Grammar {
    closed: " el la los las un una unos unas lo al del de a ante bajo con contra desde durante en entre hacia hasta \
        para por según sin sobre tras y e o u ni que pero sino si como cuando donde quien cual este esta estos estas \
        ese esa esos esas aquel aquella esto eso él ella ellos ellas yo tú nosotros me te se nos os le les mi tu su \
        mis tus sus nuestro nuestra es son era eran fue fueron ser sido sea está están estaba he ha han había habían \
        haber no más menos muy tan ",
    determiners: " el la los las lo un una unos unas al del este esta ese esa su sus mi tu nuestro nuestra cada ",
    quantities: " mucho mucha muchos muchas poco poca pocos pocas todo toda todos todas otro otra otros otras mismo \
        misma mismos mismas ambos ambas uno tanto tanta tantos tantas alguno alguna algunos algunas ninguno ninguna ",
    before_verbs: " yo tú me te se nos os ha han había habían haber habiendo hemos hubo haya hayan ",
};

const PORTUGUESE: Grammar = Grammar {
    closed: " o a os as um uma uns umas ao aos à às do da dos das no na nos nas de em por pelo pela para com sem sob \
        sobre entre até e ou mas nem que se como quando onde quem este esta estes estas esse essa isso isto aquele \
        aquela ele ela eles elas eu tu nós me te lhe é são era eram foi foram ser sido seja está estão estava há não \
        mais menos muito tão ",
    determiners: " o a os as um uma uns umas ao do da dos das no na nos nas este esta esse essa seu sua cada ",
    quantities: " muita muitos muitas pouco pouca poucos poucas todo toda todos todas outro outra outros outras mesmo \
        mesma ambos ambas ",
    before_verbs: " eu tu me te se ",
};

const ITALIAN: Grammar = Grammar {
    closed: " il lo la i gli le l un uno una di a da in con su per tra fra del dello della dei degli delle al allo alla \
        ai agli alle dal dalla nel nella sul sulla e o ma né se che come quando dove chi questo questa questi queste \
        quello quella quelli quelle io tu egli lei lui noi voi loro mi ti si ci vi è sono era erano fu furono essere \
        stato sia ha hanno aveva non più meno molto ",
    determiners: " il lo la i gli le l un uno una del della dei degli delle al alla nel nella questo questa suo sua ogni ",
    quantities: " molta molti molte poco poca pochi poche tutto tutta tutti tutte altro altra altri altre stesso stessa \
        entrambi ",
    before_verbs: " io tu egli si mi ti non ",
};

const GERMAN: Grammar = Grammar {
    closed: " der die das den dem des ein eine einen einem einer und oder aber denn weil dass wenn als ob in an auf mit \
        von vor zu zum zur bei nach aus durch für gegen ohne um über unter zwischen seit während ich du er sie es wir \
        ihr sich mich mir dich dir ihm ihn ist sind war waren sein hat haben wird werden nicht noch nur erst auch \
        mehr so wie was wer ",
    determiners: " der die das den dem des ein eine einen einem einer ",
    quantities: " all alle allem allen aller alles beide beiden beider viel viele vielen wenig wenige wenigen andere \
        anderen anderer anderes anders einige einigen manche manchen meisten ",
    before_verbs: "",
};

const RUSSIAN: Grammar = Grammar {
    closed: " и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по ее мне вот от меня еще \
        нет о из ему когда если уже или ни быть был была было были него до вас там потом себя ничего ей они тут где \
        есть для мы тебя их чем сам без чего тоже себе под будет тогда кто этот того этого ним этом тем том чтобы \
        нее при об после над тот через эти нас про всего них эту этой перед им более между лет рядом кроме около ",
    determiners: "",
    quantities: "",
    before_verbs: "",
};

/// The same as sets: every hit of one word asks for several of them.
struct Sets {
    closed: FxHashSet<&'static str>,
    determiners: FxHashSet<&'static str>,
    quantities: FxHashSet<&'static str>,
    before_verbs: FxHashSet<&'static str>,
}

static SETS: LazyLock<FxHashMap<Language, Sets>> = LazyLock::new(|| {
    let grammars = [
        (Language::English, ENGLISH),
        (Language::German, GERMAN),
        (Language::French, FRENCH),
        (Language::Spanish, SPANISH),
        (Language::Portuguese, PORTUGUESE),
        (Language::Italian, ITALIAN),
        (Language::Russian, RUSSIAN),
    ];
    let set = |words: &'static str| words.split_whitespace().collect();
    let sets = |grammar: Grammar| Sets {
        closed: set(grammar.closed),
        determiners: set(grammar.determiners),
        quantities: set(grammar.quantities),
        before_verbs: set(grammar.before_verbs),
    };
    grammars.into_iter().map(|(language, grammar)| (language, sets(grammar))).collect()
});

/// Whether a folded word belongs to a closed class.
pub(crate) fn is_grammar_word(word: &str, language: Language) -> bool {
    SETS.get(&language).is_some_and(|sets| sets.closed.contains(word) || sets.quantities.contains(word))
}

/// Whether a word can be a noun between its neighbours; those are the words that follow with a blank or an
/// apostrophe only.
pub(crate) fn can_be_noun(word: &str, before: Option<&str>, after: Option<&str>, language: Language) -> bool {
    let Some(sets) = SETS.get(&language) else { return true };
    let determined = before.is_some_and(|before| sets.determiners.contains(before));
    if sets.quantities.contains(word) {
        let noun_follows = after.is_some_and(|after| !is_grammar_word(after, language));
        return determined && !noun_follows;
    }
    if sets.closed.contains(word) {
        return determined;
    }
    !before.is_some_and(|before| sets.before_verbs.contains(before))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_are_told_by_their_neighbours() {
        let check = |locale: &str, text: &str, expected: bool| {
            let words: Vec<&str> = text.split(' ').collect();
            let at = words.iter().position(|word| word.starts_with('[')).unwrap();
            let word = words[at].trim_matches(['[', ']']);
            let before = at.checked_sub(1).map(|at| words[at]);
            let found = can_be_noun(word, before, words.get(at + 1).copied(), Language::of(locale));
            assert_eq!(found, expected, "{text}");
        };
        check("fr", "l [est] de", true);
        check("fr", "elle [est] là", false);
        check("fr", "il [aide] à", false);
        check("es", "al [este] de", true);
        check("es", "en [este] campo", false);
        check("es", "los [otros] cánceres", false);
        check("es", "los [otros]", true);
        check("en", "will [change] it", false);
        check("en", "a [change]", true);
        check("ja", "が [est]", true);
    }
}
