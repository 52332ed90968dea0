import { defineConfig } from 'vite'
import adonisjs from '@adonisjs/vite/client'

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
  ],
  // A linked node_modules keeps its short paths in the manifest, which the layout preloads by name.
  resolve: { preserveSymlinks: true },
  build: { modulePreload: { polyfill: false }, target: 'es2022', cssTarget: 'chrome120' },
})
