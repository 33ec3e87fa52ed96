package dev.gill.lab.servers;

/** What is written beside a MediaWiki's own files. */
final class MediaWikiFiles {
  static final String SETTINGS =
      """

      $wgJobRunRate = 1; $wgMainCacheType = CACHE_NONE; $wgRateLimits = []; $wgCapitalLinks = false;
      $wgPasswordAttemptThrottle = false; $wgGroupPermissions['sysop']['read'] = true;
      $wgGroupPermissions['*']['read'] = $wgGroupPermissions['user']['read'] = !file_exists( __DIR__ . '/closed' );
      $wgGroupPermissions['staff']['read'] = true; $wgGroupPermissions['*']['createaccount'] = true;
      $wgHooks['getUserPermissionsErrors'][] = function ( $title, $user, $action, &$result ) {
        if ( $action !== 'read' ) { return true; }
        $list = __DIR__ . '/restricted.txt';
        $closed = file_exists( $list ) ? explode( "\\n", file_get_contents( $list ) ) : [];
        $groups = MediaWiki\\MediaWikiServices::getInstance()->getUserGroupManager()->getUserGroups( $user );
        if ( in_array( $title->getPrefixedText(), $closed ) && !in_array( 'sysop', $groups ) ) {
          $result = 'badaccess-group0';
          return false;
        }
        return true;
      };
      if ( file_exists( __DIR__ . '/hook.txt' ) ) {
        $wgHooks['RecentChange_save'][] = static function () {
          DeferredUpdates::addCallableUpdate( static function () {
            MediaWiki\\MediaWikiServices::getInstance()->getHttpRequestFactory()->post(
              trim( file_get_contents( __DIR__ . '/hook.txt' ) ), [ 'timeout' => 2 ] );
          } );
        };
      }
      """;

  /** Clones the rows of the oldest page. */
  static final String FILL =
      """
      <?php
      $db = new PDO( 'sqlite:' . $argv[1] );
      $db->setAttribute( PDO::ATTR_ERRMODE, PDO::ERRMODE_EXCEPTION );
      $row = fn ( $table, $where ) => $db->query( "SELECT * FROM $table WHERE $where" )->fetch( PDO::FETCH_ASSOC );
      $put = function ( $table, $values ) use ( $db ) {
        $names = array_keys( $values );
        $db->prepare( "INSERT INTO $table (" . implode( ',', $names ) . ') VALUES (' .
          implode( ',', array_fill( 0, count( $names ), '?' ) ) . ')' )->execute( array_values( $values ) );
        return (int)$db->lastInsertId();
      };
      $page = $row( 'page', 'page_id = (SELECT min(page_id) FROM page)' );
      $revision = $row( 'revision', 'rev_id = ' . $page['page_latest'] );
      $comment = $row( 'revision_comment_temp', 'revcomment_rev = ' . $page['page_latest'] );
      $slot = $row( 'slots', 'slot_revision_id = ' . $page['page_latest'] );
      $content = $row( 'content', 'content_id = ' . $slot['slot_content_id'] );
      $db->beginTransaction();
      foreach ( json_decode( file_get_contents( $argv[2] ), true ) as $title => $text ) {
        $sha = str_pad( base_convert( substr( sha1( $text ), 0, 12 ), 16, 36 ), 31, '0', STR_PAD_LEFT );
        $old = $put( 'text', [ 'old_text' => $text, 'old_flags' => 'utf-8' ] );
        $held = $put( 'content', [ 'content_id' => null, 'content_size' => strlen( $text ),
          'content_sha1' => $sha, 'content_address' => "tt:$old" ] + $content );
        $id = $put( 'page', [ 'page_id' => null, 'page_namespace' => 0, 'page_latest' => 0,
          'page_title' => str_replace( ' ', '_', $title ), 'page_len' => strlen( $text ),
          'page_random' => mt_rand() / mt_getrandmax() ] + $page );
        $now = $put( 'revision', [ 'rev_id' => null, 'rev_page' => $id, 'rev_parent_id' => 0,
          'rev_len' => strlen( $text ), 'rev_sha1' => $sha ] + $revision );
        $put( 'slots', [ 'slot_revision_id' => $now, 'slot_content_id' => $held, 'slot_origin' => $now ] + $slot );
        if ( $comment ) {
          $put( 'revision_comment_temp', [ 'revcomment_rev' => $now ] + $comment );
        }
        $db->exec( "UPDATE page SET page_latest = $now WHERE page_id = $id" );
      }
      $db->commit();
      """;

  static final String ROUTER =
      """
      <?php
      $path = parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH );
      if ( $path !== '/' && is_file( __DIR__ . '/w' . $path ) ) { return false; }
      $_SERVER['SCRIPT_NAME'] = '/index.php';
      $_SERVER['SCRIPT_FILENAME'] = __DIR__ . '/w/index.php';
      require __DIR__ . '/w/index.php';
      """;

  private MediaWikiFiles() {}
}
