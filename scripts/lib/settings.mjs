/**
 * Settings that keep the window quiet, so that a screenshot shows the document and a test does not wait for what is
 * not ours. None of them changes how Markdown is edited.
 *
 * @type {Readonly<Record<string, unknown>>}
 */
export const QUIET_SETTINGS = {
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'window.restoreWindows': 'none',
  'security.workspace.trust.startupPrompt': 'never',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'files.autoSave': 'off',
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
}

/** More of them for the suites: their pictures are small, and the same in each version. */
export const TEST_SETTINGS = { 'editor.minimap.enabled': false, 'workbench.colorTheme': 'Light Modern' }
