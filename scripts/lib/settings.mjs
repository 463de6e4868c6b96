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

/** More of them for the suites: no window leaves anything to the next, and pictures are small and legible. */
export const TEST_SETTINGS = {
  'files.hotExit': 'off',
  'workbench.reduceMotion': 'on',
  'editor.minimap.enabled': false,
  'editor.fontSize': 17,
  'workbench.colorTheme': 'Light Modern',
}
