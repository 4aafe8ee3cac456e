//! Words as numbers: a few bytes are compared and hashed faster at once than one by one.

/// Fewer than eight bytes as a number, the first the lowest.
///
/// Read twice where two reads overlap, instead of one byte after the other.
#[must_use]
#[inline]
pub fn little_endian(bytes: &[u8]) -> u64 {
    debug_assert!(bytes.len() < size_of::<u64>());
    if let (Some(&low), Some(&high)) = (bytes.first_chunk(), bytes.last_chunk()) {
        let apart = 8 * (bytes.len() - size_of::<u32>());
        return u64::from(u32::from_le_bytes(low)) | u64::from(u32::from_le_bytes(high)) << apart;
    }
    if let (Some(&low), Some(&high)) = (bytes.first_chunk(), bytes.last_chunk()) {
        let apart = 8 * (bytes.len() - size_of::<u16>());
        return u64::from(u16::from_le_bytes(low)) | u64::from(u16::from_le_bytes(high)) << apart;
    }
    bytes.first().copied().map_or(0, u64::from)
}

/// Both halves of the product of two numbers, as in wyhash: a step of a hash.
#[must_use]
#[inline]
pub fn hash_step(hash: u64, part: u64) -> u64 {
    // Odd, and without pattern: digits of the golden ratio.
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let product = u128::from(hash ^ part) * u128::from(FACTOR);
    (product >> 64) as u64 ^ product as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_a_number() {
        let bytes = [1, 2, 3, 4, 5, 6, 7];
        for len in 0..=bytes.len() {
            let last_first = bytes[..len].iter().rev();
            let one_by_one = last_first.fold(0, |all, &byte| all << 8 | u64::from(byte));
            assert_eq!(little_endian(&bytes[..len]), one_by_one);
        }
    }
}
