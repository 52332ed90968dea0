import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { build, defineConfig, type Plugin } from 'vite'
import adonisjs from '@adonisjs/vite/client'

const PDFJS = 'node_modules/pdfjs-dist'
/** Packing the viewer of PDF takes five seconds of each build, and it changes with its version. */
const PACKED = 'node_modules/.cache/halle-packed'

/**
 * What the viewer of PDF asks for when a document needs it: the tables of Asian scripts, the fonts
 * that a document may leave out, and decoders written in JavaScript (WebAssembly is refused by our
 * content security policy).
 */
const pdfResources: Plugin = {
  name: 'halle:pdf-resources',
  apply: 'build',
  generateBundle() {
    for (const [folder, wanted] of [
      ['cmaps', /\.bcmap$|LICENSE/],
      ['standard_fonts', /./],
      ['wasm', /_nowasm_fallback\.js$|LICENSE/],
    ] as const) {
      for (const name of readdirSync(`${PDFJS}/${folder}`).filter((one) => wanted.test(one))) {
        const source = readFileSync(`${PDFJS}/${folder}/${name}`)
        this.emitFile({ type: 'asset', fileName: `pdfjs/${folder}/${name}`, source })
      }
    }
  },
}

/** The styles of each room, of which no list is kept; the rule of the architecture holds them in it. */
const roomStyles: Plugin = {
  name: 'halle:room-styles',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/resources/css/app.css')) return null
    const sheets = readdirSync('resources/css/rooms').filter((one) => one.endsWith('.css'))
    return [code, ...sheets.map((one) => `@import './rooms/${one}' layer(rooms);`)].join('\n')
  },
}

/** Beside each style and script, the same in a quarter of its bytes, for browsers that can open it. */
const packed: Plugin = {
  name: 'halle:packed',
  apply: 'build',
  writeBundle({ dir }) {
    mkdirSync(PACKED, { recursive: true })
    for (const name of readdirSync(dir!).filter((one) => /\.(css|js|mjs)$/.test(one))) {
      const bytes = readFileSync(join(dir!, name))
      const kept = join(PACKED, createHash('sha256').update(bytes).digest('hex'))
      if (!existsSync(kept)) {
        // Whole or not at all: another build may be reading it.
        writeFileSync(`${kept}.${process.pid}`, brotliCompressSync(bytes))
        renameSync(`${kept}.${process.pid}`, kept)
      }
      copyFileSync(kept, join(dir!, `${name}.br`))
    }
  },
}

/** The sealer as one file that opens from a disk, with the network off: its script stands in it. */
const offlineSealer: Plugin = {
  name: 'halle:offline-sealer',
  apply: 'build',
  async closeBundle() {
    const { output } = (await build({
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      build: {
        write: false,
        target: 'es2022',
        lib: {
          entry: 'resources/offline/sealer.js',
          formats: ['iife'],
          name: 'sealer',
          fileName: 'sealer',
        },
      },
    }).then((made) => (Array.isArray(made) ? made[0] : made))) as { output: { code: string }[] }
    const page = readFileSync('resources/offline/sealer.html', 'utf8')
    // A function: what stands after « $ » in a script is no pattern
    const script = output[0].code.replaceAll('</script', '<\\/script')
    writeFileSync(
      'public/halle-sceller.html',
      page.replace('/* script */', () => script)
    )
  },
}

/**
 * Signing in the browser and reading PDF files weigh; they are entry points of their own so that
 * only the pages that need them pay.
 */
export default defineConfig({
  plugins: [
    adonisjs({
      entryPoints: ['resources/css/app.css', 'resources/js/app.js'],
      reload: ['resources/views/**/*.edge'],
    }),
    roomStyles,
    pdfResources,
    packed,
    offlineSealer,
  ],
  // A linked node_modules keeps its short paths in the manifest, which the layout preloads by name.
  resolve: { preserveSymlinks: true },
  build: { modulePreload: { polyfill: false }, target: 'es2022', cssTarget: 'chrome120' },
})
