//! A list of the findings that were there before: new ones fail, old ones do not, and the list shrinks.

use crate::folder::{ARTICLE, EN, Folder};

const LIST: &str = "baseline.txt";

#[test]
fn only_what_is_new_fails() {
    let folder = Folder::stale();
    folder.run("check").exits(1);
    folder.run(&format!("check --write-baseline {LIST}")).exits(0).says("baseline.txt lists 1 finding.");
    folder.run(&format!("check --baseline {LIST}")).exits(0).says("Nothing to report.");
    // The lines of the file move, and the same finding is still listed.
    folder.edit(EN, "dose = The", "# A remark.\ndose = The");
    folder.run("sync").exits(0);
    folder.run(&format!("check --baseline {LIST} --strict-baseline")).exits(0);
    // Another change of the dose is another finding.
    folder.edit(ARTICLE, "100 ng", "1000 ng");
    folder.run("sync").exits(0);
    folder.run(&format!("check --baseline {LIST}")).exits(1).says("10 ng/mL → 1000 ng/mL");
    // It hides a finding and changes no state.
    assert_eq!(folder.states("en"), "1 stale, 1 fresh");
}

#[test]
fn the_list_shrinks() {
    let folder = Folder::stale();
    folder.run(&format!("check --write-baseline {LIST}")).exits(0);
    folder.edit(EN, "concentration is 10 ng", "concentration is 100 ng");
    folder.run("sync").exits(0);
    folder.run("accept dose").exits(0);
    folder.run(&format!("check --baseline {LIST}")).exits(0);
    let strict = format!("check --baseline {LIST} --strict-baseline");
    let ran = folder.run(&strict).exits(1).says("error[outdated-baseline]");
    assert!(ran.out.contains("--> baseline.txt:4:1"), "{}", ran.out);
    folder.delete_lines(LIST, "\tstale\t");
    folder.run(&strict).exits(0);
    folder.run("check --strict-baseline").exits(2);
}

#[test]
fn the_list_is_the_same_every_time() {
    let folder = Folder::stale();
    folder.run(&format!("check --write-baseline {LIST}")).exits(0);
    let (text, times) = (folder.read(LIST), folder.times());
    folder.run(&format!("check --write-baseline {LIST}")).exits(0);
    assert_eq!((folder.read(LIST), folder.times()), (text.clone(), times));
    assert!(!text.contains(folder.root().to_str().unwrap()));
    // What is not translated yet is the business of gates.
    let doses = Folder::doses();
    doses.run(&format!("check --write-baseline {LIST} --fail-on note")).exits(0).says("lists 0 findings");
}

#[test]
fn what_is_no_list_is_refused() {
    let folder = Folder::stale();
    let refused = |text: &str, says: &str| {
        folder.write(LIST, text);
        folder.run(&format!("check --baseline {LIST}")).exits(2).says("baseline.txt: ").says(says);
    };
    refused("# yakugo baseline 2\n", "version 2");
    refused("# yakugo baseline 2\n", "update yakugo");
    refused("", "is no baseline");
    refused("{}", "is no baseline");
    folder.remove(LIST);
    folder.run(&format!("check --baseline {LIST}")).exits(2).says("no such file");
    folder.run("check --write-baseline missing/../articles").exits(2);
}

#[test]
fn whatever_is_found_the_exit_code_can_be_zero() {
    let folder = Folder::stale();
    folder.run("check --exit-zero").exits(0).says("error[stale]");
    folder.write("yakugo.toml", "");
    folder.run("check --exit-zero").exits(2);
}
