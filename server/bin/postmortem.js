#!/usr/bin/env node
import '../dist/postmortem.cjs'
