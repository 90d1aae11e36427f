//! What a verdict is worth: alarms that were right, false and missing, and the scores made of them.

use std::ops::AddAssign;

use crate::play::{Said, Verdicts};
use crate::scenario::{ByHand, Scenario};

/// Verdicts of one method beside the expected answers.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Score {
    pub(crate) right: usize,
    pub(crate) false_alarms: usize,
    /// Called current although somebody has to look: the worst a tool can say.
    pub(crate) called_current: usize,
    /// To be looked at, and the method says that it does not know.
    pub(crate) unknown: usize,
    /// Right to be left alone, and the method says that it does not know.
    pub(crate) idle_unknown: usize,
}

impl Score {
    fn add(&mut self, expected: bool, said: Said) {
        let count = match (expected, said) {
            (true, Said::Alarm) => &mut self.right,
            (false, Said::Alarm) => &mut self.false_alarms,
            (true, Said::Fresh) => &mut self.called_current,
            (true, Said::Unrecorded) => &mut self.unknown,
            (false, Said::Unrecorded) => &mut self.idle_unknown,
            (false, Said::Fresh) => return,
        };
        *count += 1;
    }

    pub(crate) fn is_perfect(&self) -> bool {
        self.false_alarms + self.called_current + self.unknown + self.idle_unknown == 0
    }

    /// Of the alarms, the part that was right. Nothing raised is nothing raised wrongly.
    pub(crate) fn precision(&self) -> f64 {
        part(self.right, self.right + self.false_alarms)
    }

    /// Of what had to be looked at, the part with an alarm. What a method does not know has none.
    pub(crate) fn recall(&self) -> f64 {
        part(self.right, self.right + self.called_current + self.unknown)
    }

    pub(crate) fn f1(&self) -> f64 {
        part(2 * self.right, 2 * self.right + self.false_alarms + self.called_current + self.unknown)
    }
}

impl AddAssign for Score {
    fn add_assign(&mut self, other: Self) {
        self.right += other.right;
        self.false_alarms += other.false_alarms;
        self.called_current += other.called_current;
        self.unknown += other.unknown;
        self.idle_unknown += other.idle_unknown;
    }
}

#[allow(clippy::cast_precision_loss, reason = "hundreds")]
fn part(some: usize, all: usize) -> f64 {
    if all == 0 { 1.0 } else { some as f64 / all as f64 }
}

/// The methods of the table.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Method {
    Ledger,
    Cold,
    Adopted,
    ByDate,
    BySourceCommit,
}

/// A history, what was said at its end, and what was wrong with that.
pub(crate) struct Played {
    pub(crate) scenario: Scenario,
    verdicts: Verdicts,
}

impl Played {
    pub(crate) fn new(scenario: Scenario, verdicts: Verdicts) -> Self {
        Self { scenario, verdicts }
    }

    fn passages(&self, method: Method) -> &[(String, Said)] {
        match method {
            Method::Ledger => &self.verdicts.ledger,
            Method::Cold => &self.verdicts.cold,
            Method::Adopted => &self.verdicts.adopted,
            Method::ByDate | Method::BySourceCommit => &[],
        }
    }

    /// Expected alarms for words that no passage holds. What a tool does not see has no verdict: the alarm is missed.
    fn unseen(&self, method: Method) -> impl Iterator<Item = &String> {
        let passages = self.passages(method);
        self.scenario.alarm.iter().filter(|piece| !passages.iter().any(|(text, _)| text.contains(*piece)))
    }

    fn expects(&self, passage: &str) -> bool {
        self.scenario.alarm.iter().any(|piece| passage.contains(piece))
    }

    /// Passages of the source page at the end of the history.
    pub(crate) fn passages_at_the_end(&self) -> usize {
        self.verdicts.ledger.len()
    }

    /// Whether the made page is expected to show or to hide something.
    pub(crate) fn has_a_page_to_show(&self) -> bool {
        !self.scenario.shows.is_empty() || !self.scenario.hides.is_empty()
    }

    /// By passage; the date rules know none.
    pub(crate) fn by_passage(&self, method: Method) -> Score {
        let mut score = Score::default();
        for (passage, said) in self.passages(method) {
            score.add(self.expects(passage), *said);
        }
        score.called_current += self.unseen(method).count();
        score
    }

    /// By page: whether somebody has to look at it at all.
    pub(crate) fn by_page(&self, method: Method) -> Score {
        let alarm = |alarm: bool| if alarm { Said::Alarm } else { Said::Fresh };
        let passages = self.passages(method);
        let any = |wanted: Said| passages.iter().any(|(_, said)| *said == wanted);
        let said = match method {
            Method::ByDate => alarm(self.verdicts.by_date),
            Method::BySourceCommit => alarm(self.verdicts.by_source_commit),
            _ if any(Said::Alarm) => Said::Alarm,
            _ if any(Said::Unrecorded) => Said::Unrecorded,
            _ => Said::Fresh,
        };
        let expected = match method {
            Method::ByDate | Method::BySourceCommit => self.scenario.by_hand == ByHand::Outdated,
            _ => !self.scenario.alarm.is_empty(),
        };
        let mut score = Score::default();
        score.add(expected, said);
        score
    }

    /// What the page that yakugo made should show or hide and does not.
    pub(crate) fn wrong_on_the_page(&self) -> Vec<String> {
        let page = &self.verdicts.rendered;
        let not_shown = self.scenario.shows.iter().filter(|text| !page.contains(*text));
        let shown = self.scenario.hides.iter().filter(|text| page.contains(*text));
        let not_shown = not_shown.map(|text| format!("the page does not show `{}`", one_line(text)));
        not_shown.chain(shown.map(|text| format!("the page shows `{}`", one_line(text)))).collect()
    }

    /// Everything that yakugo with its ledger got wrong.
    pub(crate) fn wrong(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        for (passage, said) in &self.verdicts.ledger {
            let text = one_line(passage);
            match (self.expects(passage), said) {
                (true, Said::Alarm) | (false, Said::Fresh) => {}
                (true, _) => wrong.push(format!("no alarm for `{text}`")),
                (false, _) => wrong.push(format!("an alarm for `{text}`")),
            }
        }
        wrong.extend(self.unseen(Method::Ledger).map(|piece| format!("no passage holds `{piece}`")));
        wrong.extend(self.wrong_on_the_page());
        wrong
    }
}

fn one_line(text: &str) -> String {
    text.replace('\n', " ")
}
