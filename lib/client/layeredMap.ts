/** So many changes lie on top of a map before they are folded into a new one. */
const LAYER = 128

/**
 * A map that never changes, of which another with a few changes is made without copying all of it: 10,000 stories would
 * take longer to copy than everything else that a change costs.
 */
export class LayeredMap<V> implements ReadonlyMap<string, V> {
  readonly #ground: ReadonlyMap<string, V>
  /** What differs from the ground; undefined: not there. */
  readonly #layer: ReadonlyMap<string, V | undefined>
  readonly size: number

  private constructor(
    ground: ReadonlyMap<string, V>,
    layer: ReadonlyMap<string, V | undefined>,
    size: number,
  ) {
    this.#ground = ground
    this.#layer = layer
    this.size = size
  }

  static empty<V>(): LayeredMap<V> {
    return new LayeredMap<V>(new Map(), new Map(), 0)
  }

  /** Gives the map with these changes; undefined takes a key out. */
  with(changes: Iterable<readonly [string, V | undefined]>): LayeredMap<V> {
    const layer = new Map(this.#layer)
    let { size } = this
    for (const [key, value] of changes) {
      const isThere = layer.has(key) ? layer.get(key) !== undefined : this.#ground.has(key)
      size += Number(value !== undefined) - Number(isThere)
      layer.set(key, value)
    }
    const map = new LayeredMap(this.#ground, layer, size)
    return layer.size > LAYER ? new LayeredMap(new Map(map), new Map(), size) : map
  }

  get(key: string): V | undefined {
    return this.#layer.has(key) ? this.#layer.get(key) : this.#ground.get(key)
  }

  has(key: string): boolean {
    return this.get(key) !== undefined
  }

  *entries(): MapIterator<[string, V]> {
    for (const entry of this.#ground) if (!this.#layer.has(entry[0])) yield entry
    for (const [key, value] of this.#layer) if (value !== undefined) yield [key, value]
  }

  *keys(): MapIterator<string> {
    for (const [key] of this) yield key
  }

  *values(): MapIterator<V> {
    for (const [, value] of this) yield value
  }

  forEach(visit: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    for (const [key, value] of this) visit(value, key, this)
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries()
  }
}
