use std::{borrow::Cow, fmt};

/// What a row has in one column: a number becomes text only where it is written.
///
/// ```
/// use quotary::Cell;
///
/// assert_eq!(Cell::Ranges(&[(12, 40), (52, 60)]).to_string(), "12-40;52-60");
/// assert_eq!(Cell::Probability(0.625).to_string(), "0.62");
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Cell<'r> {
    /// As it stands.
    Text(Cow<'r, str>),
    /// In decimal.
    Number(usize),
    /// Half-open ranges: `12-40;52-60`.
    Ranges(&'r [(usize, usize)]),
    /// With two digits behind the point.
    Probability(f32),
    /// Names of flags, separated by `;`.
    Flags(&'r [&'static str]),
}

impl<'r> Cell<'r> {
    /// Appends the cell as text.
    pub fn write(&self, out: &mut Vec<u8>) {
        match self {
            Self::Text(text) => out.extend_from_slice(text.as_bytes()),
            Self::Number(number) => push_decimal(*number, out),
            Self::Ranges(ranges) => push_ranges(ranges, out),
            Self::Probability(probability) => push_two_digits(*probability, out),
            Self::Flags(flags) => {
                for (place, flag) in flags.iter().enumerate() {
                    if place > 0 {
                        out.push(b';');
                    }
                    out.extend_from_slice(flag.as_bytes());
                }
            }
        }
    }

    /// The cell as text.
    #[must_use]
    pub fn into_text(self) -> Cow<'r, str> {
        match self {
            Self::Text(text) => text,
            other => {
                let mut out = Vec::new();
                other.write(&mut out);
                String::from_utf8(out)
                    .expect("digits and names of flags are ASCII")
                    .into()
            }
        }
    }
}

impl fmt::Display for Cell<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.clone().into_text())
    }
}

impl Default for Cell<'_> {
    fn default() -> Self {
        Self::Text(Cow::default())
    }
}

impl<'r> From<&'r str> for Cell<'r> {
    fn from(text: &'r str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Cell<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl<'r> From<Cow<'r, str>> for Cell<'r> {
    fn from(text: Cow<'r, str>) -> Self {
        Self::Text(text)
    }
}

impl<'r> From<Option<&'r str>> for Cell<'r> {
    fn from(text: Option<&'r str>) -> Self {
        text.unwrap_or_default().into()
    }
}

/// `12-40;52-60`
fn push_ranges(ranges: &[(usize, usize)], out: &mut Vec<u8>) {
    for (place, &(start, end)) in ranges.iter().enumerate() {
        if place > 0 {
            out.push(b';');
        }
        push_decimal(start, out);
        out.push(b'-');
        push_decimal(end, out);
    }
}

/// A probability with two digits behind the point.
fn push_two_digits(probability: f32, out: &mut Vec<u8>) {
    if !(f32::MIN_POSITIVE..=1.0).contains(&probability) {
        out.extend_from_slice(format!("{probability:.2}").as_bytes());
        return;
    }
    // Exact: a hundred times a number of 24 bits.
    let hundredths = (f64::from(probability) * 100.0).round_ties_even() as usize;
    let digit = |number: usize| b'0' + (number % 10) as u8;
    out.extend_from_slice(&[
        digit(hundredths / 100),
        b'.',
        digit(hundredths / 10),
        digit(hundredths),
    ]);
}

/// Digits of the greatest number.
const DIGITS: usize = usize::MAX.ilog10() as usize + 1;

/// Appends a number; a row has ten and more of them, and `write!` takes its time.
fn push_decimal(mut number: usize, out: &mut Vec<u8>) {
    let mut digits = [0; DIGITS];
    let mut first = DIGITS;
    loop {
        first -= 1;
        digits[first] = b'0' + (number % 10) as u8;
        number /= 10;
        if number == 0 {
            break;
        }
    }
    out.extend_from_slice(&digits[first..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_standard_library_does() {
        for number in [0, 9, 10, 1234567890, usize::MAX] {
            assert_eq!(Cell::Number(number).to_string(), number.to_string());
        }
        let odd = [
            -0.0,
            -0.5,
            1.005,
            f32::NAN,
            f32::INFINITY,
            f32::MIN_POSITIVE,
        ];
        let steps = (0..=50_000_u16).map(|step| f32::from(step) / 50_000.0);
        let exact = (0..=4096_u16).map(|step| f32::from(step) / 4096.0);
        for probability in odd.into_iter().chain(steps).chain(exact) {
            let cell = Cell::Probability(probability);
            assert_eq!(cell.to_string(), format!("{probability:.2}"));
        }
    }

    #[test]
    fn lists_are_separated() {
        assert_eq!(
            Cell::Flags(&["headline", "orphan"]).into_text(),
            "headline;orphan"
        );
        assert_eq!(Cell::Ranges(&[]).into_text(), "");
    }
}
