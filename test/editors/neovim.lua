-- Neovim as a foreign client: attaches the server over stdio, opens an example and writes what it got as JSON.
-- Environment: SERVER (path of the binary), DOCUMENT (path of the file), RESULT (path to write to).
local results = {
  pushes = 0,
  -- Since 0.10 it pulls.
  pulls = vim.lsp.protocol.make_client_capabilities().textDocument.diagnostic ~= nil,
}

local function finish()
  local file = assert(io.open(os.getenv('RESULT'), 'w'))
  file:write(vim.fn.json_encode(results))
  file:close()
  vim.cmd('qall!')
end

local function fail(message)
  results.error = message
  finish()
end

local show = vim.lsp.handlers['textDocument/publishDiagnostics']
vim.lsp.handlers['textDocument/publishDiagnostics'] = function(...)
  results.pushes = results.pushes + 1
  return show(...)
end

-- Where a text stands: 1-based line, 0-based byte column behind it.
local function behind(text)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local _, last = line:find(text, 1, true)
    if last then
      return number, last
    end
  end
  error('"' .. text .. '" does not stand in the document')
end

local function ask(method, text)
  local line, column = behind(text)
  vim.api.nvim_win_set_cursor(0, { line, column - 1 })
  local params = vim.lsp.util.make_position_params(0, 'utf-16')
  local answers = vim.lsp.buf_request_sync(0, method, params, 5000)
  for _, answer in pairs(answers or {}) do
    return answer.result
  end
end

local ok, message = pcall(function()
  vim.cmd('edit ' .. vim.fn.fnameescape(os.getenv('DOCUMENT')))
  local started = vim.loop.hrtime()
  local id = vim.lsp.start_client({
    name = 'postmortem',
    cmd = { os.getenv('NODE'), os.getenv('SERVER'), '--stdio' },
    root_dir = vim.fn.getcwd(),
    on_exit = function(code)
      results.exit = code
    end,
  })
  assert(id, 'the client did not start')
  vim.lsp.buf_attach_client(0, id)
  assert(vim.wait(15000, function()
    return #vim.diagnostic.get(0) > 0
  end, 20), 'no diagnostics within 15 s')
  results.milliseconds = math.floor((vim.loop.hrtime() - started) / 1e6)

  results.diagnostics = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
    table.insert(results.diagnostics, {
      line = diagnostic.lnum,
      column = diagnostic.col,
      code = diagnostic.code or diagnostic.user_data.lsp.code,
      source = diagnostic.source,
      severity = diagnostic.severity,
    })
  end
  results.hover = ask('textDocument/hover', os.getenv('HOVER'))
  results.completion = ask('textDocument/completion', os.getenv('COMPLETE'))

  -- Neovim applies the fix itself.
  local line, column = behind(os.getenv('COMPLETE'))
  local params = vim.lsp.util.make_given_range_params({ line, column - 1 }, { line, column - 1 }, 0, 'utf-16')
  params.context = { diagnostics = {} }
  for _, answer in pairs(vim.lsp.buf_request_sync(0, 'textDocument/codeAction', params, 5000) or {}) do
    local fix = answer.result[1]
    results.fix = fix.title
    vim.lsp.util.apply_workspace_edit(fix.edit, 'utf-16')
  end
  results.fixed = vim.api.nvim_buf_get_lines(0, line - 1, line, false)[1]
  local before = #results.diagnostics
  results.calmed = vim.wait(5000, function()
    return #vim.diagnostic.get(0) == before - 1
  end, 20)

  vim.lsp.stop_client(id)
  vim.wait(5000, function()
    return results.exit ~= nil
  end, 20)
end)
if not ok then
  fail(message)
else
  finish()
end
