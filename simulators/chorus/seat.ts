/** The seat of a member: `0001` and Luhn's key. */
export function siretOf(siren: string): string {
  const digits = `${siren}0001`
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}
