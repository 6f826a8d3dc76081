import { describe, expect, it } from 'vitest'
import { readPackage } from './packages.ts'
import {
  undeclaredImports,
  wrongImports,
  wronglyWrittenImports,
  yjsKeysOutsideDoc,
} from './imports.ts'
import { parseSource, readSources } from './source.ts'

const sources = readSources()
const wrongIn = (path: string, code: string) => wrongImports(parseSource(path, code)).length

describe('the tree', () => {
  it('imports point one way: app → components → lib and app → server → lib', () => {
    expect(sources.flatMap(wrongImports)).toEqual([])
  })
  it('imports are written one way', () => {
    expect(sources.flatMap(wronglyWrittenImports)).toEqual([])
  })
  it('every imported package is declared, and tests keep their own to themselves', () => {
    const { dependencies, devDependencies } = readPackage()
    const declared = {
      dependencies: Object.keys(dependencies),
      devDependencies: Object.keys(devDependencies),
    }
    expect(sources.flatMap((source) => undeclaredImports(source, declared))).toEqual([])
  })
  it('only lib/doc knows the keys of a story document', () => {
    expect(sources.flatMap(yjsKeysOutsideDoc)).toEqual([])
  })
})

describe('the rules of imports', () => {
  it.each([
    ['lib/domain/a.ts', "import { Doc } from 'yjs'"],
    ['lib/domain/a.ts', "import type { Card } from '#lib/schema/wire.ts'"],
    ['lib/domain/a.ts', "import { readFile } from 'node:fs'"],
    ['lib/client/a.ts', "import { useState } from 'react'"],
    ['lib/client/a.ts', "import { x } from '#server/x.ts'"],
    ['lib/client/a.ts', "export * from '../../components/x.ts'"],
    ['lib/doc/a.ts', "import { HocuspocusProvider } from '@hocuspocus/provider'"],
    ['components/board/a.tsx', "const x = await import('#server/x.ts')"],
    ['components/board/a.tsx', "type X = import('#server/x.ts').X"],
    ['components/board/a.tsx', "import { Editor } from '../story/Editor.tsx'"],
    ['components/shell/a.tsx', "import { Board } from '#components/board/index.ts'"],
    ['components/actions/a.tsx', "import { Link } from '#components/shell/Link.tsx'"],
    ['server/api/a.ts', "import next from 'next'"],
    ['components/ui/a.tsx', "import type { Stage } from '#lib/domain/stage.ts'"],
    ['server/commands/a.ts', "import { sql } from 'kysely'"],
    ['server/sync/a.ts', "import { Button } from '#components/ui/Button.tsx'"],
    ['server/sync/a.ts', "import { x } from '#tests/x.ts'"],
    ['bin/a.mjs', "import { z } from 'zod'"],
  ])('%s may not say: %s', (path, code) => {
    expect(wrongIn(path, code)).toBe(1)
  })

  it.each([
    ['lib/domain/a.ts', "import { generateKeyBetween } from 'fractional-indexing'"],
    ['lib/client/a.ts', "import { decide } from '../domain/decide.ts'"],
    ['components/board/a.tsx', "import { useBoard } from '#components/session/hooks.ts'"],
    ['components/board/a.tsx', "import { Button } from '../ui/Button.tsx'"],
    ['components/board/a.tsx', "import { Story } from '../story/index.ts'"],
    ['components/board/a.tsx', "import { useActions } from '#components/actions/index.ts'"],
    [
      'components/board/a.tsx',
      "// import { x } from '#server/x.ts'\nconst text = \"from '#server/x.ts'\"",
    ],
    ['server/storage/a.ts', "import { sql } from 'kysely'"],
    ['app/page.tsx', "import { Board } from '#components/board/index.ts'"],
  ])('%s may say: %s', (path, code) => {
    expect(wrongIn(path, code)).toBe(0)
  })

  it('a crossing of top folders by a relative path and a missing ending are seen', () => {
    const written = (code: string) =>
      wronglyWrittenImports(parseSource('server/sync/a.ts', code)).length
    expect(written("import '../../lib/x.ts'")).toBe(1)
    expect(written("import './x'")).toBe(1)
    expect(written("import '#lib/x.ts'\nimport './x.ts'\nimport 'yjs'")).toBe(0)
  })

  it('an undeclared package and a test package in the product are seen', () => {
    const declared = { dependencies: ['yjs'], devDependencies: ['fast-check', '@types/pg'] }
    const undeclared = (path: string, code: string) =>
      undeclaredImports(parseSource(path, code), declared).length
    expect(undeclared('lib/a.ts', "import 'lodash/get'")).toBe(1)
    expect(undeclared('lib/a.ts', "import fc from 'fast-check'")).toBe(1)
    expect(
      undeclared('tests/a.ts', "import fc from 'fast-check'\nimport 'yjs'\nimport 'node:fs'"),
    ).toBe(0)
  })

  it('a Yjs key outside lib/doc is seen', () => {
    const keys = (path: string) => yjsKeysOutsideDoc(parseSource(path, "doc.getMap('meta')")).length
    expect([keys('components/story/a.tsx'), keys('lib/doc/a.ts')]).toEqual([1, 0])
  })
})
