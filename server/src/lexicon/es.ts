import type { Lexicon } from './lexicon.ts'

/** Spanish. */
export const ES: Lexicon = {
  language: 'es',
  incident: 'incidente | incidencia | el incidente | la incidencia',
  fault: `caída | interrupción | fallo | falla | problema | impacto | degradación | avería | corte | indisponibilidad |
    la caída | la interrupción | el fallo | la falla | el problema | el impacto | la degradación | la avería |
    el corte | la indisponibilidad | interrupción del servicio | caída del servicio`,
  headings: {
    kinds: {
      summary: `resumen | resumen ejecutivo | sumario | síntesis | visión general | descripción general | qué pasó |
        qué ocurrió | qué sucedió | lo que pasó | lo que ocurrió | descripción | descripción del incidente |
        resumen del incidente | descripción de la incidencia | en resumen | descripción del problema |
        descripción de los hechos | hechos`,
      impact: `impacto | impactos | afectación | consecuencias | consecuencia | alcance | repercusiones |
        servicios afectados | usuarios afectados | clientes afectados | sistemas afectados | impacto en los usuarios |
        impacto en los clientes | impacto en el cliente | impacto al cliente | impacto en el usuario |
        impacto en el negocio | impacto de negocio | daños | efectos | quién se vio afectado | impacto y alcance |
        alcance del impacto | áreas afectadas`,
      timeline: `cronología | línea de tiempo | línea del tiempo | línea temporal | cronología de eventos |
        cronología de los hechos | cronología del incidente | secuencia de eventos | secuencia de hechos |
        cronograma del incidente | historial de eventos | registro de eventos | desarrollo de los hechos |
        desarrollo del incidente | sucesión de hechos | cronología detallada | línea de tiempo del incidente |
        cronología de los eventos | relato de los hechos | evolución del incidente | bitácora`,
      detection: `detección | descubrimiento | cómo se detectó | cómo lo detectamos | cómo se detectó el incidente |
        detección del incidente | cómo nos enteramos | cómo se descubrió | cómo fue detectado`,
      response: `respuesta | respuesta al incidente | nuestra respuesta | reacción | atención del incidente |
        gestión del incidente | intervención`,
      investigation: 'investigación | diagnóstico | análisis | análisis técnico | investigación y diagnóstico',
      mitigation: `mitigación | contención | solución temporal | solución provisional | medidas de mitigación |
        medidas de contención | solución alternativa`,
      trigger: `desencadenante | detonante | disparador | factor desencadenante | evento desencadenante |
        qué lo desencadenó | causa desencadenante`,
      'root-cause': `causa raíz | causas raíz | causa raiz | causas raíces | causa | causas | causa principal |
        causa fundamental | análisis de causa raíz | análisis de la causa raíz | análisis de causas |
        causa del incidente | causas del incidente | origen | origen del problema | causa del problema |
        causa subyacente | causas subyacentes | por qué ocurrió | por qué pasó | por qué sucedió | motivo |
        causa origen | causas principales`,
      'contributing-factors': `factores contribuyentes | factores que contribuyeron | causas contribuyentes |
        factor contribuyente | factores coadyuvantes | factores agravantes | otros factores | causas secundarias |
        factores concurrentes`,
      'five-whys': `los 5 porqués | 5 porqués | los cinco porqués | cinco porqués | 5 por qués |
        análisis de los 5 porqués | los 5 por qué | 5 por qué | cinco por qué`,
      resolution: `resolución | solución | recuperación | restablecimiento | restauración | reparación | corrección |
        cómo se resolvió | cómo se solucionó | resolución del incidente | resolución y recuperación |
        restablecimiento del servicio | solución aplicada | recuperación del servicio | arreglo | solución definitiva |
        remedio`,
      'went-well': `qué salió bien | lo que salió bien | qué funcionó | qué funcionó bien | lo que funcionó |
        lo que funcionó bien | qué fue bien | lo que fue bien | aspectos positivos | puntos positivos |
        qué hicimos bien | fortalezas | aciertos | lo bueno`,
      'went-wrong': `qué salió mal | lo que salió mal | qué no funcionó | lo que no funcionó | qué fue mal |
        lo que fue mal | qué no salió bien | lo que no salió bien | qué se puede mejorar | qué podemos mejorar |
        aspectos a mejorar | aspectos negativos | puntos negativos | áreas de mejora | oportunidades de mejora |
        puntos de mejora | qué falló | lo que falló | qué podría haber ido mejor | qué podríamos haber hecho mejor |
        debilidades | lo malo | qué mejorar`,
      'got-lucky': `dónde tuvimos suerte | en qué tuvimos suerte | donde tuvimos suerte | tuvimos suerte | suerte |
        golpes de suerte | factores de suerte | lo que fue suerte | qué fue suerte | circunstancias favorables |
        factor suerte`,
      lessons: `lecciones aprendidas | lecciones | aprendizajes | qué aprendimos | lo que aprendimos | enseñanzas |
        conclusiones | qué hemos aprendido | lo aprendido | lección aprendida | puntos clave | aprendizajes clave |
        lo que hemos aprendido | lecciones clave`,
      'action-items': `acciones | plan de acción | acciones correctivas | medidas correctivas | medidas |
        acciones a tomar | elementos de acción | puntos de acción | próximos pasos | siguientes pasos |
        acciones de seguimiento | acciones correctivas y preventivas | acciones preventivas |
        medidas correctivas y preventivas | tareas | pendientes | tareas pendientes | tareas de seguimiento |
        recomendaciones | mejoras | mejoras propuestas | acciones de mejora | medidas a tomar | medidas adoptadas |
        acciones pendientes | acciones inmediatas | acciones a corto plazo | acciones a medio plazo |
        acciones a largo plazo | por hacer | qué vamos a hacer | lo que vamos a hacer | ítems de acción |
        medidas de mejora | acciones futuras | plan de mejora | compromisos`,
      metrics: 'métricas | indicadores | estadísticas | métricas clave | cifras | datos clave | tiempos',
      'follow-up': 'seguimiento | seguimiento posterior | seguimiento del incidente',
      prevention: `prevención | medidas preventivas | medidas de prevención | cómo prevenirlo | cómo evitarlo |
        cómo evitar que se repita | prevención de recurrencia | cómo lo prevenimos | cómo evitar que vuelva a ocurrir`,
      approval: 'aprobación | aprobaciones | firmas | revisión y aprobación | visto bueno | firma | validación',
      attendees: `participantes | asistentes | personas involucradas | personas implicadas | implicados | presentes |
        involucrados`,
      appendix: `apéndice | anexo | anexos | apéndices | información adicional | información complementaria |
        documentos adjuntos`,
      background: `antecedentes | contexto | trasfondo | información de contexto | introducción | situación previa |
        contexto previo`,
      references: `referencias | enlaces | enlaces relacionados | documentos relacionados | véase también |
        incidentes relacionados | enlaces útiles | fuentes | recursos | vínculos | tickets relacionados`,
      notes: 'notas | observaciones | comentarios | nota | notas adicionales | otros | otras notas',
    },
    before: `el | la | los | las | nuestra | nuestras | nuestro | un | una | principales | primeras | otras | próximas |
      breve | posibles`,
    after: `detallada | detallado | detalladas | detallados | completa | completo | del incidente | de la incidencia |
      del problema | de la interrupción | de la caída | del fallo | de eventos | de los hechos | raíz | principal |
      principales | técnico | técnica | técnicas | ejecutivo | general | inmediatas | inmediata | futuras | propuestas |
      correctivas | preventivas | aplicada | adoptadas | tomadas | pendientes | aprendidas | a corto plazo |
      a medio plazo | a largo plazo | preliminar | final | inicial | clave`,
    and: 'y | e',
    heads: '',
    unlike: '',
  },
  columns: {
    time: `hora | horas | fecha/hora | fecha y hora | fecha / hora | fecha & hora | momento | cuándo | marca de tiempo |
      hora de inicio | inicio | tiempo`,
    date: 'fecha | día | fechas',
    weekday: 'día | día de la semana',
    end: 'fin | hora de fin | hasta | término',
    offset: 'duración | tiempo transcurrido | transcurrido | desde el inicio | minutos',
    event: `evento | eventos | descripción | qué | qué pasó | qué ocurrió | acción | acciones | actividad | suceso |
      hecho | hechos | detalle | detalles | mensaje | comentario | nota | acontecimiento | observación |
      acción realizada`,
    stage: 'fase | etapa | estado | hito | tipo | paso | categoría',
    owner: `responsable | responsables | quién | quien | propietario | encargado | encargada | persona | autor | actor |
      por | equipo | asignado a | asignado | asignada a | dueño | a cargo | nombre | rol | a cargo de`,
    number: 'n.º | nº | n° | no. | núm. | núm | número | id | # | identificador | ref | ref.',
    link: `ticket | tickets | enlace | enlaces | incidencia | referencia | tarea | jira | número de ticket | vínculo |
      caso`,
    notes: 'notas | nota | observaciones | observación | comentarios | comentario | detalles',
    title: `acción | acciones | tarea | tareas | medida | medidas | descripción | título | qué | acción correctiva |
      recomendación | mejora | actividad | ítem | elemento | pendiente | elemento de acción | punto de acción`,
    category: 'categoría | tipo | clase | área | tema | tipo de acción | naturaleza',
    priority: 'prioridad | urgencia | importancia',
    due: `fecha límite | plazo | vencimiento | fecha de vencimiento | fecha de entrega | fecha objetivo |
      fecha prevista | para cuándo | cuándo | fecha compromiso | fecha | fecha estimada | límite | fecha de compromiso |
      fecha tope`,
    completed: `fecha de cierre | fecha de finalización | completado el | cerrado el | terminado el | fecha de término |
      fecha real | creado | creado el | abierto el | actualizado`,
    status: 'estado | estatus | progreso | avance | hecho | completado | situación | estado actual',
  },
  metadata: {
    id: `id | identificador | id del incidente | id de incidente | número de incidente | número del incidente |
      nº de incidente | identificador del incidente | código | código del incidente | referencia`,
    date: `fecha | fecha del incidente | fecha de la incidencia | día | fecha de ocurrencia | fecha del evento |
      ocurrido el | fecha de los hechos`,
    severity: `severidad | gravedad | nivel de severidad | nivel de gravedad | criticidad | nivel de criticidad |
      nivel de impacto`,
    priority: 'prioridad | nivel de prioridad',
    status: 'estado | estatus | estado del documento | estado del incidente | estado del informe | situación',
    duration: `duración | duración total | duración del incidente | tiempo de inactividad | tiempo de caída |
      duración de la interrupción | duración de la caída | tiempo total`,
    commander: `comandante del incidente | comandante de incidente | responsable del incidente |
      coordinador del incidente | líder del incidente | gestor del incidente | jefe de incidente |
      gestor de incidentes`,
    author: `autor | autora | autores | escrito por | redactado por | preparado por | elaborado por | reportado por |
      responsable del documento | informe elaborado por`,
    start: `inicio | comienzo | hora de inicio | fecha de inicio | inicio del incidente | inicio de la incidencia |
      inicio del impacto | inicio de la interrupción | inicio de la caída | inicio del problema |
      fecha y hora de inicio | fecha/hora de inicio | desde | comenzó | empezó | iniciado | hora de comienzo |
      incidente desde | inicio del fallo | incidente iniciado`,
    end: `fin | final | hora de fin | fecha de fin | fin del incidente | fin de la incidencia | fin del impacto |
      fin de la interrupción | fin de la caída | fin del problema | fecha y hora de fin | fecha/hora de fin | hasta |
      resuelto | terminó | finalizó | finalizado | hora de finalización | incidente hasta | fecha de resolución |
      hora de resolución | fecha y hora de resolución | fecha/hora de resolución | resuelto el | resuelto a las |
      hora de término | servicio restablecido | incidente resuelto | fin del fallo`,
    detected: `detectado | detectado el | detectado a las | hora de detección | fecha de detección |
      fecha y hora de detección | fecha/hora de detección | incidente detectado | primera detección | descubierto |
      problema detectado | momento de detección`,
    declared: `declarado | declarado a las | incidente declarado | hora de declaración | incidente abierto |
      fecha de declaración | reportado el | fecha de reporte`,
    acknowledged: `reconocido | reconocido a las | hora de reconocimiento | alerta reconocida | atendido |
      atendido a las | hora de atención`,
    mitigated: `mitigado | mitigado a las | hora de mitigación | incidente mitigado | fecha de mitigación |
      contenido a las | impacto mitigado`,
    closed: 'cerrado | cerrado el | incidente cerrado | fecha de cierre',
    review: `fecha de revisión | fecha de la revisión | revisión realizada | retrospectiva realizada |
      fecha de la retrospectiva | fecha de retrospectiva | reunión de revisión | fecha del post-mortem |
      fecha del postmortem | fecha de la reunión | revisado el`,
    services: `servicios afectados | servicio afectado | sistemas afectados | sistema afectado | servicio | servicios |
      sistema | sistemas | componentes afectados | producto`,
    zone: 'zona horaria | huso horario | todas las horas | horas en',
    attendees: `participantes | asistentes | involucrados | implicados | presentes | equipo | guardia | de guardia |
      equipo de respuesta | personas involucradas`,
    approvedBy: 'aprobado por | aprobador | validado por | autorizado por',
  },
  actionStates: {
    open: `abierto | abierta | pendiente | por hacer | sin empezar | no iniciado | no iniciada | sin iniciar | nuevo |
      nueva | planificado | planificada | planeado | programado | programada | previsto | por iniciar | a realizar`,
    'in-progress': `en curso | en progreso | en proceso | iniciado | iniciada | en revisión | en desarrollo |
      bloqueado | bloqueada | parcial | parcialmente hecho | empezado | en marcha | en ejecución`,
    done: `hecho | hecha | completado | completada | terminado | terminada | finalizado | finalizada | cerrado |
      cerrada | resuelto | resuelta | implementado | implementada | realizado | realizada | desplegado | desplegada |
      listo | lista | corregido | ejecutado | cumplido`,
    'wont-do': `no se hará | no se realizará | descartado | descartada | cancelado | cancelada | rechazado | rechazada |
      no aplica | no procede | anulado | anulada | desestimado`,
    deferred: `aplazado | aplazada | pospuesto | pospuesta | diferido | diferida | en espera | postergado | postergada |
      suspendido`,
    proposed: 'propuesto | propuesta | sugerido | sugerida | idea | en estudio | en consideración | sugerencia',
  },
  documentStates: {
    draft: 'borrador | en curso | en elaboración | preliminar | provisional | en progreso',
    'in-review': 'en revisión | por revisar | pendiente de revisión | pendiente de aprobación',
    final: `final | definitivo | definitiva | completo | completado | terminado | aprobado | publicado | cerrado |
      revisado | finalizado | validado`,
    superseded: 'sustituido | sustituida | reemplazado | reemplazada | obsoleto | obsoleta | retirado',
  },
  goingOn: {
    now: 'ahora | hoy | la actualidad | el momento',
    ongoing: 'en curso | sigue en curso | incidente activo',
    unsettled: 'en investigación | sin resolver | hasta ahora | hasta el momento',
  },
  durations: {
    total: `duración | duración total | duración del incidente | tiempo de inactividad | tiempo de caída |
      duración de la interrupción | duración de la caída`,
    impact: 'duración del impacto | tiempo de impacto',
    detect: 'tiempo de detección | tiempo hasta la detección | tiempo hasta detectar',
    acknowledge: 'tiempo de reconocimiento | tiempo de respuesta | tiempo hasta la respuesta',
    mitigate: 'tiempo de mitigación | tiempo hasta la mitigación',
    repair: 'tiempo de reparación | tiempo hasta la reparación',
    resolve: 'tiempo de resolución | tiempo hasta la resolución',
    recover: 'tiempo de recuperación | tiempo hasta la recuperación | tiempo de restablecimiento',
  },
  milestones: {
    started: `inicio | comienzo | desencadenante | <it> comienza | <it> empieza | <it> inicia | <it> comenzó |
      <it> empezó | comienza <it> | inicio del incidente | inicio de la caída | inicio de la interrupción |
      inicio del impacto | inicio del problema | inicio del fallo | inicio de la degradación | inicio del corte |
      iniciado | ocurrencia`,
    detected: `detectado | detectada | detección | incidente detectado | problema detectado | fallo detectado |
      caída detectada | primera alerta | alerta | alerta recibida | primer reporte | primer aviso | descubierto |
      descubrimiento | detección del incidente | reportado por usuario | primera detección`,
    declared: `declarado | declaración | incidente declarado | incidente abierto | apertura del incidente |
      se declara el incidente | declaración del incidente | se declara incidente | incidente creado`,
    acknowledged: `reconocido | reconocimiento | alerta reconocida | atendido | respuesta | respuesta iniciada |
      inicio de la respuesta | alerta atendida | incidente reconocido`,
    investigating: `investigación | investigando | inicio de la investigación | análisis | inicio del análisis |
      investigación iniciada | diagnóstico en curso | se inicia la investigación`,
    identified: `identificado | identificación | causa identificada | causa encontrada | causa raíz identificada |
      causa raíz encontrada | problema identificado | diagnóstico | se identifica la causa | causa detectada`,
    mitigated: `mitigado | mitigada | mitigación | incidente mitigado | impacto mitigado | contenido | contención |
      mitigación aplicada | incidente contenido | solución temporal aplicada | problema mitigado`,
    repaired: `reparado | reparación | corregido | corrección desplegada | solución definitiva | corrección definitiva |
      arreglo desplegado | solución desplegada`,
    resolved: `resuelto | resuelta | resolución | incidente resuelto | problema resuelto | restablecido |
      servicio restablecido | restablecimiento | recuperado | recuperación | servicio recuperado | servicio restaurado |
      vuelta a la normalidad | fin de la caída | fin de la interrupción | fin del impacto | fin del problema |
      fin del fallo | fin de la degradación | fin del corte | solucionado | restablecimiento del servicio`,
    closed: `cerrado | cierre | incidente cerrado | cierre del incidente | fin del incidente | incidente finalizado |
      incidente terminado | finalizado`,
  },
  title: {
    document: `informe de incidente | informe de incidencia | informe del incidente | reporte de incidente |
      reporte del incidente | análisis de incidente | análisis del incidente | revisión de incidente |
      revisión del incidente | informe post-incidente | informe postincidente | revisión post-incidente |
      informe de caída | análisis de causa raíz | informe de interrupción | post-mortem | postmortem |
      post mortem | análisis post-incidente | informe de fallo | informe de avería | autopsia del incidente`,
    documents: 'informes de incidentes | reporte de incidentes | post-mortems | postmortems | informes de incidencias',
    failure: `caída | caídas | caído | caída del servicio | interrupción | interrupciones | indisponible |
      indisponibilidad | no disponible | inaccesible | fuera de servicio | incidente | incidentes | incidencia
      | fallo | fallos | falla | fallas | avería | averías | corte | cortes | apagón | degradación |
      pérdida de datos | bloqueado | bloqueo | colapso | no responde | no funciona | saturación | inalcanzable
      | sin servicio`,
    trouble: `error | errores | problema | problemas | lentitud | lento | retraso | retrasos | demora | demoras |
      perdido | perdida | anomalía | latencia | sobrecarga`,
    general: `proceso | procedimiento | procedimientos | política | guía | manual | plan | reunión | formación |
      capacitación | documentación | índice | archivo de | acta de reunión | ejercicio | simulacro |
      hoja de ruta | arquitectura | inventario | retrospectiva del sprint | lista de verificación |
      retrospectiva | calendario | guardia | contactos | mantenimiento | trimestre | semanal | mensual |
      auditoría | estadísticas | registro | lista de control | buenas prácticas | introducción | lista de`,
    topic: 'cómo escribir | cómo hacer | por qué | qué hacer',
    template: 'plantilla | plantillas',
  },
  prose: {
    past: 'fue | fueron | estaba | estaban | había | hubo | tuvo | pudo | pudieron | causó | comenzó',
    steps: 'haga clic | abra | ejecute | compruebe | asegúrese | reinicie | seleccione | utilice',
    ahead: 'vamos a | debe | deben | debemos | deberá | debería',
    tasks: `añadir | agregar | mejorar | automatizar | verificar | comprobar | documentar | crear | corregir |
      aumentar | reducir | limitar | monitorizar | monitorear | vigilar | probar | revisar | definir |
      desplegar | eliminar | reemplazar | sustituir | formar | capacitar | reforzar | estudiar | evaluar |
      migrar | configurar | activar | desactivar | redactar | planificar | informar | comunicar | evitar |
      impedir | separar | hacer | instalar | introducir | utilizar | usar | garantizar | asegurar |
      analizar | aclarar | optimizar | ampliar | simplificar | adaptar | modificar | limpiar | establecer |
      implementar | implantar | actualizar | investigar`,
    tasksAtEnd: '',
    nothing: 'ninguna | ninguno | ninguna acción | no aplica',
    explanation: 'leyenda | definición | definiciones | significado | significados | explicación',
    numbers: 'un | dos | tres | cuatro | cinco | seis | siete | ocho | nueve | diez',
    by: 'vence | vence el | antes del | antes de | para el | fecha límite | a más tardar el',
    behind: 'en | por | el | con | vía | para | desde | ver',
    levels: 'muy alta | muy alto | alta | alto | media | medio | baja | bajo | muy baja | crítica | crítico',
    roles: `escriba | secretario | secretaria | facilitador | facilitadora | colaborador | colaboradores | revisor |
      revisores | revisado por | resuelto por | investigado por`,
    nobody: 'nadie | todos | todas | ninguno | ninguna | sin asignar | automático | sistema | nombre | por definir',
    horizon: 'más tarde | más adelante',
    updates: 'investigando | identificado | monitoreando | supervisión | actualización | resuelto | completado',
    until: 'hasta | desde',
  },
  zones: {
    subject: `hora | horas | horario | horarios | marca de tiempo | marcas de tiempo | zona horaria | huso horario |
      cronología`,
    between: `son | es | está | están | en | todas | todos | las | los | la | el | indicadas | indicados |
      expresadas | de | del | este | esta | documento | informe | página | zona | horaria | horas | hora | local |
      aparecen | figuran | se | muestran | usan`,
    behind: 'horas | zona horaria',
  },
  reviews: {
    review: 'revisión | seguimiento | retrospectiva | evaluación',
    day: 'día | días',
    week: 'semana | semanas',
    month: 'mes | meses',
  },
  approval: {
    role: 'rol | cargo | función',
    name: 'nombre | quién',
    signed: 'aprobación | aprobado | aprobado el | firma | fecha | firmado | firmado el',
    pending: 'pendiente | en espera | aún no | abierto',
    nobody: 'ninguno | ninguna | nadie | no aplica | no procede | no necesario',
  },
  answers: {
    yes: 'sí',
    no: 'no | ninguno | ninguna | nada | sin | ningún',
  },
  guidance: {
    lead: `descripción de | descripción del | lista de | fecha de | fecha del | hora de | nombre de | nombre del | número de |
      resumen de | explicación | enlace a | enlaces a | breve | una breve | describir | describa | explicar | explique |
      añadir | insertar | indicar | indique | cómo | qué | quién | por qué | cuándo | dónde | cuál | cuáles`,
    word: `nombre | título | fecha | hora | inicio | fin | duración | número | persona | equipo | responsable | valor |
      resultado | descripción | detalles | enlace | gravedad | estado | prioridad | autor | rol | firma | sí | no |
      borrador | causa | acción | evaluación | servicio | servicios`,
    unit: 'frase | frases | línea | líneas | párrafo | párrafos | palabra | palabras',
    later: `por completar | por rellenar | por confirmar | por definir | por determinar | pendiente de completar`,
  },
}
