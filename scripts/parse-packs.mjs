// Writes the content of the packs' YAML files where the program finds it at its start: dist/packs.yaml.json.
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BUILT_YAML, buildYaml } from '../dist/packs/built-yaml.js'
import { filesUnder } from './build.mjs'
import { root } from './run.mjs'

const files = filesUnder('packs').filter((path) => path.endsWith('.yml'))
const content = buildYaml(files.map((path) => readFileSync(join(root, path), 'utf8')))
// Renamed when whole: a program that starts meanwhile never sees half of it.
const half = `${BUILT_YAML}.part`
writeFileSync(half, JSON.stringify(content))
renameSync(half, BUILT_YAML)
