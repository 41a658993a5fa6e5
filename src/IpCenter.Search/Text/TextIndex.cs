using System.Security.Cryptography;
using IpCenter.Search.Index;
using Microsoft.Data.Sqlite;

namespace IpCenter.Search.Text;

/// <summary>
/// The words of the documents in SQLite's full-text index (FTS5), as our own tokens. It answers which documents contain
/// something; ranking is done above it, over what the viewer may find and nothing else.
/// </summary>
internal sealed class TextIndex : IDisposable
{
    /// <summary>Fields that words can be looked for in, the title first.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["title", "use", "brief", "number", "owner"];

    /// <summary>The position of words that are still being filled.</summary>
    public const long Unfinished = -1;

    private const string FileName = "text.db", SealName = "text.sha256";

    private readonly SqliteConnection _connection;
    private readonly Lock _gate = new();

    private readonly string _directory;

    private TextIndex(string directory, SqliteConnection connection) => (_directory, _connection) = (directory, connection);

    /// <summary>
    /// Opens the words, or makes empty ones where none can be used; then they are filled anew. Closed in order, the file has a seal
    /// that tells whether a byte was changed since; after a kill SQLite's own check must do.
    /// </summary>
    public static TextIndex Open(string directory)
    {
        try
        {
            if (!IsAsSealed(directory))
                throw new SqliteException("The words were changed.", SQLitePCL.raw.SQLITE_CORRUPT);
            var index = Connect(directory);
            if (index.FindDamage() is null)
                return index;
            index._connection.Dispose();
        }
        catch (SqliteException)
        {
            // Made anew below.
        }
        foreach (var file in Directory.GetFiles(directory, FileName + "*"))
            File.Delete(file);
        return Connect(directory);
    }

    /// <summary>What SQLite finds wrong with the file; <c>null</c> when nothing.</summary>
    public string? FindDamage()
    {
        lock (_gate)
            return (string?)Scalar("PRAGMA quick_check(1)") is "ok" ? null : "The words are damaged.";
    }

    public long Position
    {
        get
        {
            lock (_gate)
                return (long)(Scalar("SELECT position FROM state") ?? Unfinished);
        }
    }

    public void Apply(IReadOnlyList<(string Id, DocumentFields? Fields)> changes, long position)
    {
        lock (_gate)
        {
            using var transaction = _connection.BeginTransaction();
            foreach (var (id, fields) in changes)
            {
                if (Scalar("SELECT rowid FROM document WHERE id = $1", id) is long old)
                {
                    Execute("DELETE FROM words WHERE rowid = $1", old);
                    Execute("DELETE FROM document WHERE rowid = $1", old);
                }
                if (fields is null)
                    continue;
                Execute("INSERT INTO document (id) VALUES ($1)", id);
                var row = (long)Scalar("SELECT last_insert_rowid()")!;
                Execute(
                    "INSERT INTO words (rowid, title, \"use\", brief, number, owner) VALUES ($1, $2, $3, $4, $5, $6)",
                    [row, .. Fields.Select(f => Joined(TextOf(fields, f)))]);
            }
            Execute("DELETE FROM state");
            Execute("INSERT INTO state (position) VALUES ($1)", position);
            transaction.Commit();
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            using var transaction = _connection.BeginTransaction();
            Execute("DELETE FROM words");
            Execute("DELETE FROM document");
            Execute("DELETE FROM state");
            transaction.Commit();
        }
    }

    /// <summary>Ids of the documents that match an FTS5 expression over tokens.</summary>
    public HashSet<string> Matching(string expression)
    {
        lock (_gate)
        {
            using var command = Command("SELECT d.id FROM words w JOIN document d ON d.rowid = w.rowid WHERE words MATCH $1", expression);
            using var reader = command.ExecuteReader();
            HashSet<string> found = [];
            while (reader.Read())
                found.Add(reader.GetString(0));
            return found;
        }
    }

    /// <summary>Tokens of the whole index, in order, that fit; for expanding a query only, never shown.</summary>
    public IReadOnlyList<string> Terms(Func<string, bool> fits)
    {
        lock (_gate)
        {
            using var command = Command("SELECT term FROM vocabulary ORDER BY term");
            using var reader = command.ExecuteReader();
            List<string> terms = [];
            while (reader.Read())
                if (reader.GetString(0) is var term && fits(term))
                    terms.Add(term);
            return terms;
        }
    }

    public static string TextOf(DocumentFields fields, string field) =>
        field == "title" ? fields.Title : fields.Text.GetValueOrDefault(field, "");

    /// <summary>Closes and seals the file.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            Execute("PRAGMA wal_checkpoint(TRUNCATE)");
            _connection.Dispose();
        }
        File.WriteAllBytes(Path.Combine(_directory, SealName), HashOf(_directory));
    }

    private static byte[] HashOf(string directory)
    {
        using var file = File.OpenRead(Path.Combine(directory, FileName));
        return SHA256.HashData(file);
    }

    // The seal is broken as soon as the file is used: what is there then was closed in order.
    private static bool IsAsSealed(string directory)
    {
        var seal = Path.Combine(directory, SealName);
        if (!File.Exists(seal) || !File.Exists(Path.Combine(directory, FileName)))
            return true;
        var isSame = File.ReadAllBytes(seal).AsSpan().SequenceEqual(HashOf(directory));
        File.Delete(seal);
        return isSame;
    }

    private static TextIndex Connect(string directory)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(directory, FileName)};Pooling=False");
        connection.Open();
        var index = new TextIndex(directory, connection);
        index.Execute("PRAGMA journal_mode=WAL");
        index.Execute("PRAGMA synchronous=NORMAL");
        index.Execute("CREATE TABLE IF NOT EXISTS state (position INTEGER NOT NULL)");
        index.Execute("CREATE TABLE IF NOT EXISTS document (rowid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE)");
        index.Execute("CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(title, \"use\", brief, number, owner, content='', contentless_delete=1, tokenize='unicode61')");
        index.Execute("CREATE VIRTUAL TABLE IF NOT EXISTS vocabulary USING fts5vocab(words, 'row')");
        return index;
    }

    private static string Joined(string text) => string.Join(' ', Tokenizer.Tokens(text).Select(t => t.Text));

    private void Execute(string sql, params object[] parameters)
    {
        using var command = Command(sql, parameters);
        command.ExecuteNonQuery();
    }

    private object? Scalar(string sql, params object[] parameters)
    {
        using var command = Command(sql, parameters);
        return command.ExecuteScalar();
    }

    private SqliteCommand Command(string sql, params object[] parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (at, value) in parameters.Index())
            command.Parameters.AddWithValue($"${at + 1}", value);
        return command;
    }
}
