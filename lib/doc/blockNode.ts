import { type Attribute, mergeAttributes, type NodeConfig } from '@tiptap/core'

/**
 * Gives how a block is written outside the editor, and found again in what is pasted.
 *
 * The content of these blocks is `*` and never `+`, in any order: where people edit at once, blocks meet that no single
 * editor would have written (two lists in one criterion, a list with nothing in it), and what does not fit the schema
 * is deleted by the binding, for everyone.
 */
export function asHtml(tag: string, name: string): Pick<NodeConfig, 'parseHTML' | 'renderHTML'> {
  return {
    // Ahead of the lists, which take any `ol`, `ul` and `li`.
    parseHTML: () => [{ tag: `${tag}[data-block="${name}"]`, priority: 60 }],
    renderHTML: ({ HTMLAttributes }) => [
      tag,
      mergeAttributes(HTMLAttributes, { 'data-block': name }),
      0,
    ],
  }
}

/** An attribute that is kept outside the editor as text. `read` takes what a page says, or null, and what anybody wrote. */
export function textAttribute<T extends string | null>(
  name: string,
  read: (value: unknown) => T,
): Attribute {
  return {
    default: read(null),
    validate: 'string|null',
    keepOnSplit: false,
    parseHTML: (element) => read(element.getAttribute(`data-${name}`)),
    renderHTML: (attributes) => {
      const value = read(attributes[name])
      return value === null ? {} : { [`data-${name}`]: value }
    },
  }
}

/** An attribute that is true or false; the default is left out. */
export function yesNoAttribute(name: string, usual: boolean): Attribute {
  return {
    default: usual,
    validate: 'boolean',
    keepOnSplit: false,
    parseHTML: (element) => (element.getAttribute(`data-${name}`) ?? String(usual)) === 'true',
    renderHTML: (attributes) =>
      attributes[name] === usual ? {} : { [`data-${name}`]: String(!usual) },
  }
}

/** An attribute that is a whole number within bounds, or null: what anybody else wrote counts as null. */
export function numberAttribute(
  name: string,
  { least, most }: { readonly least: number; readonly most: number },
): Attribute {
  const read = (value: number): number | null =>
    Number.isSafeInteger(value) && value >= least && value <= most ? value : null
  return {
    default: null,
    validate: 'number|null',
    keepOnSplit: false,
    parseHTML: (element) => read(Number(element.getAttribute(`data-${name}`) ?? Number.NaN)),
    renderHTML: (attributes) => {
      const value: unknown = attributes[camel(name)]
      return typeof value === 'number' ? { [`data-${name}`]: String(value) } : {}
    },
  }
}

function camel(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
