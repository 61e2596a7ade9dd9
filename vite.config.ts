import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

const server = process.env.OUTDO_SERVER ?? 'http://127.0.0.1:3000'

export default defineConfig({
  // The tests' root is the repository; the page's is client/.
  root: process.env.VITEST ? '.' : 'client',
  plugins: [svelte({ configFile: false })],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    // Says which files a page needs: client/build.ts gives the list to the service worker.
    manifest: true,
    // Phones that somebody's elder sister handed down.
    target: ['chrome87', 'safari14', 'firefox78'],
    cssTarget: ['chrome87', 'safari14', 'firefox78'],
    chunkSizeWarningLimit: 700,
  },
  server: {
    proxy: { '^/api/': server, '^/badges/': server, '/socket.io': { target: server, ws: true } },
  },
})
