using System.Diagnostics;
using System.Globalization;
using IpCenter.Search;

namespace IpCenter.Benchmarks.Similarity;

/// <summary>What the index answered to one query.</summary>
/// <param name="Rank">Of the right answer, from 0; -1 when it is not among the first ten.</param>
internal sealed record Answer(KnownQuery Query, int Rank, double BestScore, double SearchMs)
{
    public bool IsAbsent => Query.Expected.Length == 0;

    public double AtOne => Rank == 0 ? 1 : 0;

    public double AtTen => Rank >= 0 ? 1 : 0;
}

/// <summary>The answers to all queries and what they say of the index.</summary>
internal sealed class Answers
{
    public const string Everybody = "public";

    /// <summary>Share of the true answers that the threshold for absent products keeps.</summary>
    private const double Kept = 0.9;

    private readonly IReadOnlyList<Answer> _answers;

    private Answers(IReadOnlyList<Answer> answers) => _answers = answers;

    public double RecallAtOne => Present.Average(a => a.AtOne);

    public double RecallAtTen => Present.Average(a => a.AtTen);

    public double SearchP50 => At(_answers.Select(a => a.SearchMs), 0.5);

    public double SearchP95 => At(_answers.Select(a => a.SearchMs), 0.95);

    public double WholeP50 => At(_answers.Select(WholeMs), 0.5);

    public double WholeP95 => At(_answers.Select(WholeMs), 0.95);

    private IEnumerable<Answer> Present => _answers.Where(a => !a.IsAbsent);

    public static Answers Ask(SearchIndex index, IReadOnlyList<KnownQuery> queries)
    {
        // Not counted: the compiler has its share of the first ones.
        foreach (var query in queries.Take(20))
            Ask(index, query);
        return new Answers([.. queries.Select(query => Ask(index, query))]);
    }

    /// <summary>Share of the absent products whose best score passes the threshold that keeps 90 % of the right answers.</summary>
    public double FalseAlarms()
    {
        var right = Present.Where(a => a.Rank == 0).Select(a => a.BestScore).Order().ToList();
        var threshold = right.Count == 0 ? double.MaxValue : right[(int)(right.Count * (1 - Kept))];
        var absent = _answers.Where(a => a.IsAbsent).ToList();
        return absent.Count == 0 ? 0 : absent.Average(a => a.BestScore >= threshold ? 1.0 : 0.0);
    }

    public IReadOnlyDictionary<string, (double AtOne, double AtTen)> ByTransform() => Present
        .GroupBy(a => a.Query.Transform)
        .ToDictionary(g => g.Key, g => (g.Average(a => a.AtOne), g.Average(a => a.AtTen)));

    public void Print()
    {
        foreach (var (transform, (atOne, atTen)) in ByTransform())
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{transform,-12} r@1 {atOne:F3}  r@10 {atTen:F3}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"all          r@1 {RecallAtOne:F3}  r@10 {RecallAtTen:F3}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"absent above the threshold that keeps 90 %: {FalseAlarms():P1}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"query {SearchP50:F1} ms, p95 {SearchP95:F1} ms; with decoding and features {WholeP50:F1} ms, p95 {WholeP95:F1} ms"));
    }

    public static double At(IEnumerable<double> values, double share) => values.Order().ToList() is { Count: > 0 } sorted ? sorted[(int)((sorted.Count - 1) * share)] : 0;

    private static Answer Ask(SearchIndex index, KnownQuery query)
    {
        var started = Stopwatch.GetTimestamp();
        var result = index.Search(new SearchQuery { Audiences = [Everybody], Images = [query.Picture.Features], Limit = 10 }, CancellationToken.None);
        var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        var rank = result.Hits.Select(h => h.DocumentId).ToList().IndexOf(query.Expected);
        return new Answer(query, rank, result.Hits.Count == 0 ? 0 : result.Hits[0].Score, elapsed);
    }

    private static double WholeMs(Answer answer) => answer.SearchMs + answer.Query.Picture.ExtractMs + answer.Query.Picture.ReadMs;
}
