import type { Lexicon } from './lexicon.ts'

/** Portuguese, of Brazil and of Portugal. */
export const PT: Lexicon = {
  language: 'pt',
  incident: 'incidente | o incidente',
  fault: `falha | interrupção | queda | indisponibilidade | problema | impacto | degradação | avaria | a falha |
    a interrupção | a queda | a indisponibilidade | o problema | o impacto | a degradação | interrupção do serviço |
    queda do serviço`,
  headings: {
    kinds: {
      summary: `resumo | resumo executivo | sumário | sumário executivo | síntese | visão geral | o que aconteceu |
        o que houve | o que ocorreu | descrição | descrição do incidente | resumo do incidente | em resumo |
        descrição do problema | descrição dos fatos | fatos | descrição geral`,
      impact: `impacto | impactos | consequências | consequência | abrangência | escopo do impacto | serviços afetados |
        usuários afetados | utilizadores afetados | clientes afetados | sistemas afetados | serviços impactados |
        usuários impactados | clientes impactados | sistemas impactados | impacto nos usuários | impacto no cliente |
        impacto nos clientes | impacto ao cliente | impacto no usuário | impacto no negócio | impacto nos utilizadores |
        efeitos | danos | quem foi afetado | alcance | repercussões`,
      timeline: `linha do tempo | linha de tempo | cronologia | cronologia dos eventos | cronologia do incidente |
        cronologia dos fatos | sequência de eventos | sequência dos eventos | linha temporal | histórico de eventos |
        registro de eventos | registo de eventos | linha do tempo do incidente | desenrolar dos fatos |
        evolução do incidente | cronologia detalhada | cronologia de eventos | histórico do incidente | andamento |
        cronograma do incidente`,
      detection: `detecção | deteção | descoberta | como foi detectado | como detectamos |
        como o incidente foi detectado | detecção do incidente | como ficamos sabendo | como foi descoberto |
        identificação do incidente`,
      response: `resposta | resposta ao incidente | nossa resposta | reação | atendimento | tratamento do incidente |
        gestão do incidente`,
      investigation: 'investigação | diagnóstico | análise | análise técnica | apuração | investigação e diagnóstico',
      mitigation: `mitigação | contenção | solução de contorno | solução temporária | solução paliativa |
        medidas de mitigação | contorno | medidas de contenção`,
      trigger: `gatilho | fator desencadeante | evento desencadeador | desencadeador | desencadeante |
        o que desencadeou | causa imediata | evento gatilho`,
      'root-cause': `causa raiz | causas raiz | causa-raiz | causas-raiz | causas raízes | causa | causas |
        causa principal | causa fundamental | análise de causa raiz | análise da causa raiz | análise de causas |
        análise de causa-raiz | causa do incidente | causas do incidente | origem | origem do problema |
        causa do problema | causa subjacente | causas subjacentes | por que aconteceu | por que ocorreu | motivo |
        causas principais`,
      'contributing-factors': `fatores contribuintes | fatores que contribuíram | causas contribuintes |
        fator contribuinte | fatores contributivos | fatores agravantes | outros fatores | causas secundárias |
        fatores de contribuição`,
      'five-whys': `os 5 porquês | 5 porquês | os cinco porquês | cinco porquês | análise dos 5 porquês | 5 por quês |
        cinco por quês | 5 porques`,
      resolution: `resolução | solução | recuperação | restauração | restabelecimento | reparo | reparação | correção |
        como foi resolvido | como resolvemos | resolução do incidente | resolução e recuperação | solução aplicada |
        restabelecimento do serviço | recuperação do serviço | normalização | solução definitiva | correção aplicada`,
      'went-well': `o que deu certo | o que correu bem | o que funcionou | o que funcionou bem | o que foi bem |
        pontos positivos | aspectos positivos | o que fizemos bem | acertos | pontos fortes | o que saiu bem |
        o que foi bom`,
      'went-wrong': `o que deu errado | o que correu mal | o que não funcionou | o que não deu certo | o que foi mal |
        pontos negativos | aspectos negativos | pontos a melhorar | pontos de melhoria | oportunidades de melhoria |
        áreas de melhoria | o que pode melhorar | o que podemos melhorar | o que poderia ter sido melhor |
        o que poderia ser melhor | a melhorar | o que não correu bem | o que falhou |
        o que poderíamos ter feito melhor | pontos fracos | o que foi ruim | o que melhorar`,
      'got-lucky': `onde tivemos sorte | em que tivemos sorte | tivemos sorte | sorte | golpes de sorte |
        fatores de sorte | o que foi sorte | fator sorte | no que tivemos sorte | circunstâncias favoráveis`,
      lessons: `lições aprendidas | lições | aprendizados | aprendizagens | o que aprendemos | ensinamentos |
        conclusões | lição aprendida | principais aprendizados | aprendizado | principais lições | o que foi aprendido |
        pontos-chave`,
      'action-items': `ações | plano de ação | ações corretivas | medidas corretivas | medidas | itens de ação |
        pontos de ação | próximos passos | próximas etapas | ações de acompanhamento | ações corretivas e preventivas |
        ações preventivas | medidas corretivas e preventivas | tarefas | pendências | tarefas pendentes |
        recomendações | melhorias | melhorias propostas | ações de melhoria | ações a tomar | medidas a tomar |
        ações imediatas | ações de curto prazo | ações de médio prazo | ações de longo prazo | ações a curto prazo |
        ações a longo prazo | a fazer | o que vamos fazer | ações futuras | plano de melhoria | medidas adotadas |
        ações pendentes | encaminhamentos | ações tomadas`,
      metrics: `métricas | indicadores | estatísticas | métricas-chave | números | dados | principais métricas |
        tempos`,
      'follow-up': 'acompanhamento | seguimento | acompanhamento do incidente | acompanhamento posterior',
      prevention: `prevenção | medidas preventivas | medidas de prevenção | como prevenir | como evitar |
        como evitar que se repita | prevenção de recorrência | prevenção de reincidência |
        como evitar que aconteça novamente`,
      approval: 'aprovação | aprovações | assinaturas | revisão e aprovação | assinatura | validação',
      attendees: 'participantes | presentes | pessoas envolvidas | envolvidos | intervenientes',
      appendix: 'apêndice | anexo | anexos | apêndices | informações adicionais | informações complementares',
      background: `contexto | antecedentes | histórico | contextualização | introdução | pano de fundo |
        situação anterior`,
      references: `referências | links | links relacionados | ligações | documentos relacionados | veja também |
        ver também | incidentes relacionados | links úteis | fontes | recursos`,
      notes: 'notas | observações | comentários | anotações | nota | notas adicionais | outros | outras observações',
    },
    before: `o | a | os | as | nossa | nossas | nosso | um | uma | principais | primeiras | outras | próximas | breve |
      possíveis | demais`,
    after: `detalhada | detalhado | detalhadas | detalhados | completa | completo | do incidente | do problema |
      da interrupção | da falha | da queda | da indisponibilidade | de eventos | dos eventos | dos fatos | raiz |
      principal | principais | técnico | técnica | técnicas | executivo | geral | imediatas | imediata | futuras |
      propostas | corretivas | preventivas | aplicada | adotadas | tomadas | pendentes | aprendidas | de curto prazo |
      de médio prazo | de longo prazo | preliminar | final | inicial`,
    and: 'e',
    heads: '',
    unlike: '',
  },
  columns: {
    time: `hora | horas | horário | data/hora | data e hora | data / hora | data & hora | momento | quando |
      carimbo de data/hora | hora de início | início | tempo`,
    date: 'data | dia | datas',
    weekday: 'dia | dia da semana',
    end: 'fim | hora de fim | término | até | hora de término',
    offset: 'duração | tempo decorrido | decorrido | desde o início | minutos',
    event: `evento | eventos | descrição | o que | o que aconteceu | ação | ações | atividade | acontecimento |
      ocorrência | fato | facto | detalhe | detalhes | mensagem | comentário | nota | observação | ação realizada`,
    stage: 'fase | etapa | estado | status | marco | tipo | passo | categoria',
    owner: `responsável | responsáveis | quem | proprietário | dono | pessoa | autor | ator | por | equipe | equipa |
      atribuído a | atribuído | encarregado | nome | papel | a cargo de | líder | executor`,
    number: 'nº | n.º | n° | no. | núm. | número | id | # | identificador | ref | ref.',
    link: 'ticket | tickets | link | links | chamado | referência | tarefa | jira | número do ticket | ligação | caso',
    notes: 'notas | nota | observações | observação | comentários | comentário | detalhes | obs | obs.',
    title: `ação | ações | tarefa | tarefas | medida | medidas | descrição | título | o que | ação corretiva |
      recomendação | melhoria | atividade | item | pendência | item de ação | ponto de ação`,
    category: 'categoria | tipo | classe | área | tema | tipo de ação | natureza',
    priority: 'prioridade | urgência | importância',
    due: `prazo | data limite | data-limite | vencimento | data de vencimento | data de entrega | data prevista |
      data alvo | quando | previsão | data | data estimada | prazo final | até quando | limite | prazo de conclusão`,
    completed: `data de conclusão | concluído em | data de fechamento | fechado em | data de término |
      data de encerramento | criado | criado em | aberto em`,
    status: 'status | estado | situação | progresso | andamento | feito | concluído | estado atual',
  },
  metadata: {
    id: `id | identificador | id do incidente | número do incidente | nº do incidente | identificador do incidente |
      código | código do incidente | referência | número do chamado`,
    date: 'data | data do incidente | dia | data da ocorrência | data do evento | ocorrido em | dia do incidente',
    severity: `severidade | gravidade | nível de severidade | nível de gravidade | criticidade | nível de criticidade |
      nível de impacto`,
    priority: 'prioridade | nível de prioridade',
    status: `status | estado | status do documento | estado do documento | status do incidente | situação |
      estado do incidente | status do relatório`,
    duration: `duração | duração total | duração do incidente | tempo de inatividade | tempo de indisponibilidade |
      duração da interrupção | duração da indisponibilidade | tempo total`,
    commander: `comandante do incidente | comandante de incidente | responsável pelo incidente | líder do incidente |
      coordenador do incidente | gestor do incidente | gerente do incidente | gerente de incidentes`,
    author: `autor | autora | autores | escrito por | redigido por | preparado por | elaborado por | relatado por |
      reportado por | responsável pelo documento`,
    start: `início | começo | hora de início | data de início | início do incidente | início do impacto |
      início da interrupção | início da falha | início da indisponibilidade | início do problema |
      data e hora de início | data/hora de início | desde | começou | iniciado | iniciado em | horário de início |
      incidente de | incidente desde | início da queda | iniciou | incidente iniciado`,
    end: `fim | término | final | hora de fim | hora de término | data de fim | data de término | fim do incidente |
      fim do impacto | fim da interrupção | fim da falha | fim da indisponibilidade | fim do problema |
      data e hora de fim | data/hora de fim | data e hora de término | data/hora de término | até | resolvido |
      terminou | encerrado | resolvido em | resolvido às | horário de término | incidente até | data de resolução |
      hora da resolução | hora de resolução | data e hora de resolução | data/hora de resolução | fim da queda |
      serviço restabelecido | incidente resolvido | término do incidente`,
    detected: `detectado | detetado | detectado em | detectado às | hora da detecção | data da detecção |
      data e hora da detecção | data/hora da detecção | hora de detecção | data de detecção | incidente detectado |
      primeira detecção | descoberto | identificado em | problema detectado`,
    declared: `declarado | declarado às | declarado em | incidente declarado | hora da declaração | incidente aberto |
      aberto em | data de abertura | reportado em`,
    acknowledged: `reconhecido | reconhecido às | reconhecido em | hora do reconhecimento | alerta reconhecido |
      atendido | atendido às | hora de atendimento`,
    mitigated: `mitigado | mitigado às | mitigado em | hora da mitigação | data da mitigação | incidente mitigado |
      contido às | impacto mitigado`,
    closed: 'fechado | encerrado em | fechado em | incidente encerrado',
    review: `data da revisão | data de revisão | revisão realizada | retrospectiva realizada | retrospetiva realizada |
      data da retrospectiva | data da retrospetiva | reunião de revisão | data do post-mortem | data do postmortem |
      data da reunião | revisado em | revisto em`,
    services: `serviços afetados | serviço afetado | serviços impactados | serviço impactado | sistemas afetados |
      sistema afetado | serviço | serviços | sistema | sistemas | componentes afetados | produto`,
    zone: 'fuso horário | fuso | todos os horários | todas as horas | horários em',
    attendees: `participantes | presentes | envolvidos | pessoas envolvidas | equipe | equipa | plantão | de plantão |
      equipe de resposta | intervenientes`,
    approvedBy: 'aprovado por | aprovador | validado por | autorizado por',
  },
  actionStates: {
    open: `aberto | aberta | pendente | a fazer | por fazer | não iniciado | não iniciada | nova | planejado |
      planejada | planeado | planeada | previsto | prevista | agendado | a iniciar | não começado`,
    'in-progress': `em andamento | em progresso | em curso | iniciado | iniciada | em revisão | em desenvolvimento |
      bloqueado | bloqueada | parcial | parcialmente feito | em execução | começado`,
    done: `feito | feita | concluído | concluída | completo | completado | terminado | terminada | finalizado |
      finalizada | fechado | fechada | resolvido | resolvida | implementado | implementada | realizado | realizada |
      implantado | entregue | pronto | corrigido`,
    'wont-do': `não será feito | não será realizado | descartado | descartada | cancelado | cancelada | rejeitado |
      rejeitada | não se aplica | recusado | recusada | abandonado`,
    deferred: 'adiado | adiada | postergado | postergada | em espera | suspenso | suspensa | prorrogado',
    proposed: 'proposto | proposta | sugerido | sugerida | sugestão | ideia | em estudo | em consideração | em análise',
  },
  documentStates: {
    draft: 'rascunho | em andamento | em elaboração | preliminar | provisório | em curso | esboço',
    'in-review': 'em revisão | para revisão | aguardando revisão | aguardando aprovação | em aprovação',
    final: `final | definitivo | definitiva | completo | concluído | terminado | aprovado | publicado | fechado |
      revisado | revisto | finalizado | validado | encerrado`,
    superseded: 'substituído | substituída | obsoleto | obsoleta | retirado',
  },
  goingOn: {
    now: 'agora | hoje | o momento | presente',
    ongoing: 'em andamento | em curso | incidente ativo',
    unsettled: 'em investigação | não resolvido | até agora | até o momento',
  },
  durations: {
    total: `duração | duração total | duração do incidente | tempo de inatividade | tempo de indisponibilidade |
      duração da interrupção | duração da indisponibilidade`,
    impact: 'duração do impacto | tempo de impacto',
    detect: 'tempo de detecção | tempo até a detecção | tempo para detectar',
    acknowledge: 'tempo de reconhecimento | tempo de resposta | tempo até a resposta',
    mitigate: 'tempo de mitigação | tempo até a mitigação',
    repair: 'tempo de reparo | tempo de reparação | tempo até o reparo',
    resolve: 'tempo de resolução | tempo até a resolução',
    recover: 'tempo de recuperação | tempo até a recuperação | tempo de restabelecimento',
  },
  milestones: {
    started: `início | começo | gatilho | <it> começa | <it> inicia | <it> começou | <it> iniciou | <it> ocorre |
      início do incidente | início da falha | início da interrupção | início da queda | início da indisponibilidade |
      início do impacto | início do problema | início da degradação | iniciado | ocorrência`,
    detected: `detectado | detectada | detetado | detecção | deteção | incidente detectado | problema detectado |
      falha detectada | primeiro alerta | alerta | alerta recebido | alerta disparado | primeiro relato | descoberto |
      descoberta | relato de usuário | incidente detetado | primeira detecção`,
    declared: `declarado | declaração | incidente declarado | incidente aberto | abertura do incidente |
      declaração do incidente | incidente criado`,
    acknowledged: `reconhecido | reconhecimento | alerta reconhecido | atendido | resposta | resposta iniciada |
      início da resposta | atendimento iniciado | incidente reconhecido | início do atendimento`,
    investigating: `investigação | investigando | início da investigação | análise | início da análise |
      investigação iniciada | em investigação`,
    identified: `identificado | identificação | causa identificada | causa encontrada | causa raiz identificada |
      causa raiz encontrada | problema identificado | diagnóstico | causa raiz detectada`,
    mitigated: `mitigado | mitigada | mitigação | incidente mitigado | impacto mitigado | contido | contenção |
      mitigação aplicada | solução de contorno aplicada | incidente contido | problema mitigado`,
    repaired: `reparado | reparo | reparação | corrigido | correção implantada | correção definitiva |
      solução definitiva | correção aplicada em definitivo`,
    resolved: `resolvido | resolvida | resolução | incidente resolvido | problema resolvido | restabelecido |
      serviço restabelecido | restabelecimento | recuperado | recuperação | serviço recuperado | serviço restaurado |
      volta ao normal | normalizado | normalização | fim da falha | fim da interrupção | fim da queda |
      fim da indisponibilidade | fim do impacto | fim do problema | fim da degradação | retorno à normalidade |
      serviço normalizado`,
    closed: `fechado | encerrado | encerramento | incidente fechado | incidente encerrado | encerramento do incidente |
      fim do incidente | incidente finalizado | fechamento | finalizado`,
  },
  title: {
    document: `relatório de incidente | relatório do incidente | análise de incidente | análise do incidente |
      revisão de incidente | revisão do incidente | relatório pós-incidente | análise pós-incidente |
      revisão pós-incidente | relatório de falha | relatório de indisponibilidade | relatório de interrupção |
      relatório de avaria | análise de causa raiz | post-mortem | postmortem | post mortem | pós-morte |
      comunicado de incidente`,
    documents: 'relatórios de incidentes | relatório de incidentes | post-mortems | postmortems',
    failure: `queda | quedas | fora do ar | interrupção | interrupções | indisponível | indisponíveis |
      indisponibilidade | inacessível | fora de serviço | incidente | incidentes | falha | falhas | falhou |
      avaria | avarias | apagão | degradação | perda de dados | travado | travamento | colapso | não responde
      | não funciona | saturação | parada | paralisação | pane | caiu | derrubou`,
    trouble: `erro | erros | problema | problemas | lentidão | lento | atraso | atrasos | demora | perdido | perdida |
      anomalia | latência | sobrecarga | instabilidade`,
    general: `processo | procedimento | procedimentos | política | guia | manual | plano | reunião | treinamento |
      formação | documentação | índice | arquivo de | ata de reunião | exercício | simulado | roteiro |
      arquitetura | inventário | retrospectiva da sprint | lista de verificação | retrospectiva | calendário |
      plantão | contatos | manutenção | trimestre | semanal | mensal | auditoria | estatísticas | registro |
      checklist | boas práticas | introdução | lista de`,
    topic: 'como escrever | como fazer | por que | o que fazer',
    template: 'modelo | modelos',
  },
  prose: {
    past: 'foi | foram | estava | estavam | havia | houve | teve | começou | causou',
    steps: 'clique | execute | certifique-se | selecione',
    ahead: 'deve | devem | devemos | deverá | deveria | precisamos',
    tasks: `adicionar | melhorar | automatizar | verificar | documentar | criar | corrigir | aumentar | reduzir |
      limitar | monitorar | monitorizar | testar | revisar | rever | definir | implantar | remover |
      substituir | treinar | capacitar | reforçar | estudar | avaliar | migrar | configurar | ativar |
      desativar | escrever | redigir | planejar | planear | informar | comunicar | evitar | impedir |
      separar | fazer | instalar | introduzir | utilizar | usar | garantir | assegurar | analisar |
      esclarecer | otimizar | ampliar | simplificar | adaptar | modificar | limpar | estabelecer |
      implementar | atualizar | investigar`,
    tasksAtEnd: '',
    nothing: 'nenhuma | nenhum | nenhuma ação | não se aplica',
    explanation: 'legenda | definição | definições | significado | explicação | explicações',
    numbers: 'um | dois | três | quatro | cinco | seis | sete | oito | nove | dez',
    by: 'prazo | até | antes de | vence em | até o dia',
    behind: 'em | por | no | na | com | via | para | desde | ver',
    levels: 'muito alta | muito alto | alta | alto | média | médio | baixa | baixo | muito baixa | crítica | crítico',
    roles: `escriba | secretário | secretária | facilitador | facilitadora | colaborador | colaboradores | revisor |
      revisores | revisado por | resolvido por | investigado por`,
    nobody: 'ninguém | todos | todas | nenhum | nenhuma | não atribuído | automático | sistema | nome | a definir',
    horizon: 'mais tarde',
    updates: 'investigando | identificado | monitorando | monitoramento | atualização | resolvido | concluído',
    until: 'até | desde',
  },
  zones: {
    subject: 'hora | horas | horário | horários | fuso horário | fuso | cronologia | linha do tempo',
    between: `são | é | está | estão | em | no | na | todas | todos | as | os | o | a | indicadas | indicados |
      expressas | do | de | deste | desta | documento | relatório | página | fuso | horário | horários | horas |
      local | usam`,
    behind: 'horas | horários | fuso horário',
  },
  reviews: {
    review: 'revisão | acompanhamento | retrospectiva | avaliação',
    day: 'dia | dias',
    week: 'semana | semanas',
    month: 'mês | meses',
  },
  approval: {
    role: 'papel | função | cargo',
    name: 'nome | quem',
    signed: 'aprovação | aprovado | aprovado em | assinatura | data | assinado | assinado em',
    pending: 'pendente | aguardando | ainda não | em aberto',
    nobody: 'nenhum | nenhuma | ninguém | não se aplica | não necessário',
  },
  answers: {
    yes: 'sim',
    no: 'não | nenhum | nenhuma | nada | sem',
  },
  guidance: {
    lead: `descrição de | descrição do | descrição da | lista de | data de | data do | data da | hora de | nome de | nome do |
      número de | resumo de | explicação | link para | links para | breve | uma breve | descrever | descreva | explicar |
      explique | adicionar | inserir | indicar | indique | como | o que | quem | por que | quando | onde | qual | quais`,
    word: `nome | título | data | hora | início | fim | duração | número | pessoa | equipe | equipa | responsável | valor |
      resultado | descrição | detalhes | link | gravidade | estado | prioridade | autor | papel | assinatura | sim | não |
      rascunho | causa | ação | avaliação | serviço | serviços`,
    unit: 'frase | frases | linha | linhas | parágrafo | parágrafos | palavra | palavras',
    later: `a preencher | por preencher | a completar | a confirmar | por confirmar | a definir | a determinar`,
  },
}
