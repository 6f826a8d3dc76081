import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Source } from './source.ts'
import { packageOf, root } from './source.ts'

export interface Package {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}

export interface Lockfile {
  readonly packages: Readonly<Record<string, LockedPackage>>
}

interface LockedPackage {
  readonly version?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

export const readPackage = (): Package =>
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

export const readLockfile = (): Lockfile =>
  JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))

/** Packages that no code imports, and why they are there. */
const NOT_IMPORTED: Readonly<Record<string, string>> = {
  node: 'the Node that the server and the tests run on',
  typescript: 'the type check',
  prettier: 'the layout check',
  oxlint: 'the lint',
  'react-dom': 'Next renders with it',
  tailwindcss: 'imported by app/globals.css',
  '@tailwindcss/postcss': 'named in postcss.config.mjs',
  '@tiptap/core': 'pins the one version that every part of the editor must share',
  '@tiptap/pm': 'pins the one version that every part of the editor must share',
  '@tiptap/y-tiptap': 'one copy for the editor and the server',
}

/** Versions that are not exact: a range would let two clones differ. */
export function inexactVersions({ dependencies, devDependencies }: Package): string[] {
  return Object.entries({ ...dependencies, ...devDependencies })
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => `${name} is "${version}", not an exact version`)
}

/** Packages that nothing imports and that have no other reason to be there. */
export function unusedPackages(pkg: Package, sources: readonly Source[]): string[] {
  const imported = new Set(
    sources.flatMap(({ imports }) => imports.map(({ specifier }) => packageOf(specifier))),
  )
  // Fonts are named by the path of their file.
  const byPath = (name: string) =>
    sources.some(({ texts }) => texts.some((text) => text.includes(`node_modules/${name}/`)))
  return Object.keys({ ...pkg.dependencies, ...pkg.devDependencies })
    .filter(
      (name) =>
        !imported.has(name) &&
        !byPath(name) &&
        !(name in NOT_IMPORTED) &&
        !name.startsWith('@types/'),
    )
    .map((name) => `${name} is used by nothing`)
}

/** Optional packages (binaries of other platforms, mostly) without an entry: `npm ci` refuses such a lockfile there. */
export function missingFromLockfile({ packages }: Lockfile): string[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !isLocked(packages, path, name))
      .map((name) => `${name}, optional for ${path}, is not in package-lock.json`),
  )
}

/** Looks where Node would: in the package's own node_modules, then in those of the folders above. */
function isLocked(packages: Lockfile['packages'], path: string, name: string): boolean {
  const place = path === '' ? `node_modules/${name}` : `${path}/node_modules/${name}`
  if (place in packages) return true
  if (path === '') return false
  return isLocked(packages, path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/'))), name)
}

/** Versions of package.json that the lockfile was not made from. */
export function driftFromLockfile(pkg: Package, lock: Lockfile): string[] {
  const locked = { ...lock.packages['']?.dependencies, ...lock.packages['']?.devDependencies }
  const named = { ...pkg.dependencies, ...pkg.devDependencies }
  return [...new Set([...Object.keys(locked), ...Object.keys(named)])]
    .filter((name) => locked[name] !== named[name])
    .map((name) => `${name}: package.json ${named[name]}, package-lock.json ${locked[name]}`)
}
