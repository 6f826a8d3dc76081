import { describe, expect, it } from 'vitest'
import {
  driftFromLockfile,
  inexactVersions,
  missingFromLockfile,
  readLockfile,
  readPackage,
  unusedPackages,
} from './packages.ts'
import { parseSource, readSources } from './source.ts'

describe('package.json and package-lock.json', () => {
  it('every version is exact', () => {
    expect(inexactVersions(readPackage())).toEqual([])
  })
  it('every package is used', () => {
    expect(unusedPackages(readPackage(), readSources())).toEqual([])
  })
  it('the lockfile holds the binaries of every platform', () => {
    expect(missingFromLockfile(readLockfile())).toEqual([])
  })
  it('the lockfile was made from package.json', () => {
    expect(driftFromLockfile(readPackage(), readLockfile())).toEqual([])
  })
})

describe('the rules of packages', () => {
  it('a range, a tag and an address are no exact versions', () => {
    const dependencies = { a: '^1.0.0', b: 'latest', c: 'github:x/y', d: '1.2.3', e: '1.0.0-rc.1' }
    expect(inexactVersions({ dependencies, devDependencies: {} })).toHaveLength(3)
  })
  it('a package that only a comment mentions is unused', () => {
    const source = parseSource('lib/a.ts', "// import 'b'\nimport 'a/inside'")
    const pkg = { dependencies: { a: '1.0.0', b: '1.0.0' }, devDependencies: {} }
    expect(unusedPackages(pkg, [source])).toEqual(['b is used by nothing'])
  })
  it('a missing binary is seen, one in a folder above is found', () => {
    const optionalDependencies = { 'x-linux': '1', 'x-mac': '1' }
    const packages = {
      'node_modules/x': { optionalDependencies },
      'node_modules/y/node_modules/x': { optionalDependencies },
      'node_modules/x-linux': {},
      'node_modules/y/node_modules/x-mac': {},
    }
    expect(missingFromLockfile({ packages })).toEqual([
      'x-mac, optional for node_modules/x, is not in package-lock.json',
    ])
  })
  it('a version that differs from the lockfile is seen', () => {
    const pkg = { dependencies: { a: '1.0.1' }, devDependencies: {} }
    expect(
      driftFromLockfile(pkg, { packages: { '': { dependencies: { a: '1.0.0' } } } }),
    ).toHaveLength(1)
  })
})
