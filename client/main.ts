import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import './theme.svelte.ts'
import { mount } from 'svelte'
import App from './App.svelte'
import { drafts } from './drafts.svelte.ts'
import { startLocale } from './i18n.svelte.ts'
import { openOffline } from './offline.svelte.ts'

openOffline()

const target = document.getElementById('app')
if (target === null) throw new Error('index.html has no #app')
void startLocale().then(() => {
  mount(App, { target })
  drafts.tidy()
})
