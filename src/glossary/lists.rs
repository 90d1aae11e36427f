//! Lists of small numbers by a small number, in two runs of memory: a million lists of one entry each would be as
//! many allocations.

/// What belongs to each key, in the order it was added.
#[derive(Debug, Default)]
pub(crate) struct Lists {
    /// Where the list of a key begins; one entry more than there are keys.
    starts: Vec<u32>,
    values: Vec<u32>,
}

impl Lists {
    /// Sorts pairs of key and value.
    pub(crate) fn new(mut pairs: Vec<(u32, u32)>) -> Self {
        pairs.sort_by_key(|(key, _)| *key);
        let mut starts = Vec::new();
        for ((key, _), at) in pairs.iter().zip(0u32..) {
            while starts.len() <= *key as usize {
                starts.push(at);
            }
        }
        starts.push(number(pairs.len()));
        Self { starts, values: pairs.into_iter().map(|(_, value)| value).collect() }
    }

    /// The values of a key.
    pub(crate) fn of(&self, key: u32) -> &[u32] {
        let at = |key: usize| self.starts.get(key).map(|start| *start as usize);
        let (Some(start), Some(end)) = (at(key as usize), at(key as usize + 1)) else { return &[] };
        self.values.get(start..end).unwrap_or_default()
    }
}

/// A count as a key or a value: no glossary has four thousand million forms.
pub(crate) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_under_their_keys() {
        let lists = Lists::new(vec![(3, 7), (1, 5), (3, 2)]);
        assert_eq!(
            [0, 1, 2, 3, 4].map(|key| lists.of(key).to_vec()),
            [vec![], vec![5], vec![], vec![7, 2], vec![]]
        );
        assert!(Lists::default().of(0).is_empty());
    }
}
