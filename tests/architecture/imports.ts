import type { Import, Source } from './source.ts'
import { packageOf } from './source.ts'

/** What a folder may import; the first row whose folder fits a file decides. It is docs/map.md's rule as code. */
interface Row {
  readonly folder: string
  /** Folders of ours it may import from. */
  readonly ours: readonly string[]
  /** Packages it may import; "any" of those in package.json, but those in `never`. */
  readonly packages: readonly string[] | 'any'
  readonly never?: readonly string[]
  /** Whether it may use Node's own modules. */
  readonly node: boolean
}

const REACT = [
  'react',
  'react-dom',
  'next',
  'nuqs',
  'lucide-react',
  'virtua',
  '@base-ui/react',
  '@tiptap/react',
]
const STORAGE = ['kysely', 'pg']

const TABLE: readonly Row[] = [
  { folder: 'lib/domain', ours: ['lib/domain'], packages: ['fractional-indexing'], node: false },
  { folder: 'lib/schema', ours: ['lib/domain', 'lib/schema'], packages: ['zod'], node: false },
  { folder: 'lib/files', ours: ['lib/files'], packages: [], node: false },
  {
    folder: 'lib/doc',
    ours: ['lib/doc', 'lib/domain', 'lib/files', 'lib/schema'],
    packages: 'any',
    never: [...REACT, ...STORAGE, '@hocuspocus/provider', '@hocuspocus/server'],
    node: false,
  },
  { folder: 'lib', ours: ['lib'], packages: 'any', never: [...REACT, ...STORAGE], node: false },
  {
    folder: 'components/language',
    ours: ['components/language', 'lib', 'messages'],
    packages: ['react', 'use-intl', 'icu-minify'],
    node: false,
  },
  {
    folder: 'components/ui',
    ours: ['components/ui', 'components/language'],
    packages: 'any',
    never: [...STORAGE, '@hocuspocus/provider', 'yjs'],
    node: false,
  },
  {
    folder: 'components',
    ours: ['components', 'lib'],
    packages: 'any',
    never: STORAGE,
    node: false,
  },
  {
    folder: 'app',
    ours: ['app', 'components', 'lib', 'server'],
    packages: 'any',
    never: STORAGE,
    node: true,
  },
  // The one place where the parts are wired, pages included.
  { folder: 'server/main.ts', ours: ['server', 'lib'], packages: 'any', node: true },
  {
    folder: 'server/language',
    ours: ['server', 'lib', 'messages'],
    packages: ['use-intl'],
    node: true,
  },
  { folder: 'server/api/pages.ts', ours: ['server', 'lib'], packages: ['next'], node: true },
  { folder: 'server/storage', ours: ['server', 'lib'], packages: 'any', never: REACT, node: true },
  {
    folder: 'server',
    ours: ['server', 'lib'],
    packages: 'any',
    never: [...REACT, ...STORAGE],
    node: true,
  },
  // Run by Next while it builds: everything is installed by then.
  { folder: 'bin/setup/messagesLoader.mjs', ours: [], packages: ['icu-minify'], node: false },
  { folder: 'bin', ours: ['bin'], packages: [], node: true },
]

/**
 * What all features stand on, from the ground up: each of these may use those before it, and every feature (board,
 * story, settings, …) may use all of them. Of another feature's folder only its `index.ts` is open.
 */
const FOUNDATION = [
  'language',
  'ui',
  'http',
  'session',
  'actions',
  'shell',
  'flow',
  'cards',
  'live',
]

/** Imports that go against the direction `app → components → lib`, `app → server → lib`. */
export function wrongImports(source: Source): string[] {
  const row = TABLE.find(({ folder }) => isIn(source.path, folder))
  if (row === undefined) return []
  return source.imports.flatMap((found) => {
    const why = whyNot(row, source.path, found)
    return why === null ? [] : [`${source.path}:${found.line} imports ${found.specifier}: ${why}`]
  })
}

function whyNot(row: Row, path: string, { specifier, file }: Import): string | null {
  if (file !== null) {
    if (!row.ours.some((folder) => isIn(file, folder))) {
      return `${row.folder} may import only from ${row.ours.join(', ')}`
    }
    return betweenComponents(path, file)
  }
  const name = packageOf(specifier)
  if (name === null)
    return row.node ? null : `${row.folder} runs in the browser too, without Node's modules`
  if (row.never?.includes(name)) return `${row.folder} does not know ${name}`
  if (row.packages !== 'any' && !row.packages.includes(name)) {
    return `${row.folder} may import no package but ${row.packages.join(', ') || 'none'}`
  }
  return null
}

function betweenComponents(path: string, file: string): string | null {
  const [top, mine = ''] = path.split('/')
  const [otherTop, theirs = '', inside] = file.split('/')
  if (top !== 'components' || otherTop !== 'components' || mine === theirs) return null
  const [height, theirHeight] = [FOUNDATION.indexOf(mine), FOUNDATION.indexOf(theirs)]
  if (height !== -1) {
    const isBelow = theirHeight !== -1 && theirHeight < height
    return isBelow ? null : `components/${mine} is what components/${theirs} stands on`
  }
  if (theirHeight !== -1 || inside?.startsWith('index.')) return null
  return 'a feature does not import the inside of another'
}

/** Imports across top folders are written `#lib/x.ts`, inside one with a relative path; both name the file's ending. */
export function wronglyWrittenImports(source: Source): string[] {
  return source.imports.flatMap(({ specifier, file, line }) => {
    if (file === null || isIn(source.path, 'bin')) return []
    const place = `${source.path}:${line} imports ${specifier}`
    if (!/\.(tsx?|mjs|css|json|woff2)$/.test(specifier))
      return [`${place}: the file's ending is missing`]
    const crosses = source.path.split('/')[0] !== file.split('/')[0] && source.path.includes('/')
    if (specifier.startsWith('.') && crosses && !isIn(file, 'bin') && !isIn(file, 'node_modules')) {
      return [`${place}: across top folders it is #${file}`]
    }
    return []
  })
}

/** Product code that imports a package it does not declare, or one that is there for tests only. */
export function undeclaredImports(
  source: Source,
  declared: { dependencies: readonly string[]; devDependencies: readonly string[] },
): string[] {
  const isProduct = ['app', 'components', 'lib', 'server'].some((folder) =>
    isIn(source.path, folder),
  )
  return source.imports.flatMap(({ specifier, line, isTypeOnly }) => {
    const name = packageOf(specifier)
    if (name === null || declared.dependencies.includes(name)) return []
    const place = `${source.path}:${line} imports ${name}`
    if (!declared.devDependencies.includes(name))
      return [`${place}, which package.json does not name`]
    return isProduct && !isTypeOnly ? [`${place}, which is there for tests only`] : []
  })
}

/** Reading a Yjs document by the names of its parts is lib/doc's alone. */
export function yjsKeysOutsideDoc(source: Source): string[] {
  if (isIn(source.path, 'lib/doc') || isIn(source.path, 'tests')) return []
  const readers = ['getXmlFragment', 'getXmlElement', 'getMap', 'getText', 'getArray']
  return source.calls
    .filter(({ method, args }) => readers.includes(method) && typeof args[0] === 'string')
    .map(
      ({ method, args, line }) =>
        `${source.path}:${line} knows the Yjs key ${method}('${args[0]}')`,
    )
}

/** True for a file in a folder, and for the file itself. */
export function isIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}
