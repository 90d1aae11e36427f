//! What may follow a Korean noun in the same word: particles, the copula, the plural mark. The verb that a noun makes
//! with `하다` is another word; a glossary that means it lists its forms.

/// Particles and endings, alone and in the rows that are common, between blanks.
const PARTICLES: &str = " 은 는 이 가 을 를 의 에 에서 에게 께 께서 한테 로 으로 로서 으로서 로써 으로써 와 과 랑 이랑 하고 도 \
    만 부터 까지 마다 보다 처럼 같이 만큼 대로 밖에 조차 마저 나 이나 든지 이든지 라도 이라도 야 이야 여 이여 \
    란 이란 라는 이라는 라고 이라고 이며 며 이고 고 인 일 임 이다 다 입니다 이었다 였다 이었던 였던 이지만 \
    지만 이므로 므로 이라 라 에는 에도 에만 에의 에서는 에서도 에서의 에게서 에게는 으로는 으로도 으로의 로는 \
    로도 로의 로부터 으로부터 과의 와의 과는 와는 과도 와도 부터의 까지의 까지는 까지도 만이 만을 만은 만의 들 \
    들은 들이 들을 들의 들에 들에게 들과 들도 들로 들에서 뿐 뿐만 뿐이다 이자 이면 이어서 여서 인데 이기 ";

/// How many syllables the longest of them has.
pub(crate) const LONGEST_PARTICLE: usize = 4;

/// Whether the rest of a word after a noun is a particle.
pub(crate) fn is_particle(rest: &str) -> bool {
    PARTICLES.split(' ').any(|particle| particle == rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_particle_is_longer_than_the_longest() {
        let longest = PARTICLES.split(' ').map(|particle| particle.chars().count()).max();
        assert_eq!(longest, Some(LONGEST_PARTICLE));
    }

    #[test]
    fn particles_end_a_word() {
        let check = |rest: &str, expected: bool| assert_eq!(is_particle(rest), expected, "{rest}");
        check("은", true);
        check("에서는", true);
        check("하였다", false);
        check("경", false);
        check("", true);
    }
}
