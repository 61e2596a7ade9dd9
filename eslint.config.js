import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import tseslint from 'typescript-eslint'

export default tseslint.config(
  { ignores: ['dist/**', 'data/**', 'problems/**', 'node_modules/**', 'test/attacks/programs/**', 'test-results/**'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  ...svelte.configs.recommended,
  {
    rules: {
      // TypeScript knows what is there.
      'no-undef': 'off',
      // `Promise.withResolvers<void>()` is how it is said.
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  // Playwright reads from the pattern which fixtures a hook wants: none is said by an empty one.
  { files: ['test/browser/**'], rules: { 'no-empty-pattern': 'off' } },
  { files: ['**/*.d.ts'], rules: { '@typescript-eslint/no-extraneous-class': 'off' } },
  {
    files: ['client/**/*.svelte', 'client/**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.svelte'] } },
    rules: { 'svelte/no-navigation-without-resolve': 'off', 'svelte/require-each-key': 'error' },
  },
)
