/** Places that a division is worked out to. */
const divided = 20;

const ten = (power: number) => 10n ** BigInt(power);

/** A fraction of whole numbers rounded, half of one away from zero. */
function rounded(above: bigint, below: bigint): bigint {
  const isNegative = above < 0n !== below < 0n;
  const [a, b] = [above < 0n ? -above : above, below < 0n ? -below : below];
  const size = (2n * a + b) / (2n * b);
  return isNegative ? -size : size;
}

/** A number as it prints, exactly: 0.1 + 0.2 is 0.3. Divisions are rounded to 20 places. */
export class Decimal {
  readonly #digits: bigint;
  readonly #places: number;

  private constructor(digits: bigint, places: number) {
    this.#digits = digits;
    this.#places = places;
  }

  /** The number that a finite value prints as. Throws a RangeError or SyntaxError on others. */
  static of(value: number | Decimal): Decimal {
    if (typeof value !== 'number') return value;
    const [mantissa = '', power] = value.toExponential().split('e');
    const [whole = '', fraction = ''] = mantissa.split('.');
    const places = fraction.length - Number(power);
    const digits = BigInt(whole + fraction);
    return places < 0 ? new Decimal(digits * ten(-places), 0) : new Decimal(digits, places);
  }

  /** Digits behind the point, zeros at the end included. */
  get places(): number {
    return this.#places;
  }

  /** The whole number that it is with its digits shifted, rounded half up in size. */
  shifted(places: number): bigint {
    const more = places - this.#places;
    return more >= 0 ? this.#digits * ten(more) : rounded(this.#digits, ten(-more));
  }

  plus(other: number | Decimal): Decimal {
    const added = Decimal.of(other);
    const places = Math.max(this.#places, added.#places);
    return new Decimal(this.shifted(places) + added.shifted(places), places);
  }

  minus(other: number | Decimal): Decimal {
    return this.plus(Decimal.of(other).times(-1));
  }

  times(other: number | Decimal): Decimal {
    const factor = Decimal.of(other);
    return new Decimal(this.#digits * factor.#digits, this.#places + factor.#places);
  }

  /** Throws a RangeError on 0. */
  over(other: number | Decimal): Decimal {
    const by = Decimal.of(other);
    return new Decimal(rounded(this.#digits * ten(by.#places + divided), by.#digits * ten(this.#places)), divided);
  }

  abs(): Decimal {
    return this.#digits < 0n ? this.times(-1) : this;
  }

  /** Rounds to so many places, half up in size. */
  round(places: number): Decimal {
    return new Decimal(this.shifted(places), places);
  }

  isZero(): boolean {
    return this.#digits === 0n;
  }

  isAtLeast(other: number): boolean {
    return this.minus(other).#digits >= 0n;
  }

  toNumber(): number {
    return Number(`${String(this.#digits)}e-${String(this.#places)}`);
  }

  /** All its digits: no exponent, no zeros at the end, no minus zero. */
  toString(): string {
    const [sign, size] = this.#digits < 0n ? ['-', -this.#digits] : ['', this.#digits];
    const digits = String(size).padStart(this.#places + 1, '0');
    const at = digits.length - this.#places;
    const fraction = digits.slice(at).replace(/0+$/, '');
    return sign + digits.slice(0, at) + (fraction && `.${fraction}`);
  }
}
