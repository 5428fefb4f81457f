"""The dependency network: plan to one ``networkx.DiGraph``.

Nodes are texts, and ``kind`` is a node attribute:

=====================  ==========  =====================================================
node                   kind        what it is
=====================  ==========  =====================================================
``spring-sale/copy``   task        a task that is scheduled
``spring-sale``        launch      the launch of a campaign in one market
``spring-sale@de``     launch      one launch of a campaign in several markets
``spring-sale``        end         the end of a project (its last finish), or of a campaign in several markets (its last launch)
``spring-sale/ends``   ends        the end of a campaign's live window, where it is referred to
``web@27.6``           release     a release that is referred to or pinned
``web@27.6/code``      cut-off     a cut-off that is referred to
=====================  ==========  =====================================================
"""
