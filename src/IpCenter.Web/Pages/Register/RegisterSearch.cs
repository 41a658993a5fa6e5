using IpCenter.Casework.SimilarDesigns;
using IpCenter.Search;
using IpCenter.Web.SignIn;

namespace IpCenter.Web.Pages.Register;

/// <summary>What was found, one page of it.</summary>
/// <param name="Position">The place of the change feed that the answer knows of.</param>
/// <param name="IsRebuilding">The index was found damaged and is built again: until then there is no answer, or a part of it.</param>
public sealed record RegisterAnswer(
    IReadOnlyList<RegisterRow> Rows, int Total, IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets, QueryProblem? Problem,
    long Position = 0, bool IsRebuilding = false)
{
    public static RegisterAnswer Rebuilding { get; } = new([], 0, new Dictionary<string, IReadOnlyList<FacetCount>>(), null, IsRebuilding: true);
}

/// <summary>Asks the index as the viewer: what the viewer may not find is not there, neither as a row nor in a count.</summary>
public sealed class RegisterSearch(DesignIndex index, RegisterRows rows, CurrentPerson me)
{
    public const int PageSize = 20;

    /// <summary>From this probability on something looks alike enough to be listed by its day.</summary>
    public const double Resembles = 0.2;

    private const int MostTyped = 50, MostSuggestions = 8;

    public Task<RegisterAnswer> RunAsync(RegisterAsked asked, IReadOnlyList<QueryPicture> pictures, CancellationToken ct) =>
        RunAsync(asked, pictures, (asked.Page - 1) * PageSize, PageSize, ct);

    /// <summary>The list from its beginning, as much of it as a table holds.</summary>
    public Task<RegisterAnswer> ExportAsync(RegisterAsked asked, IReadOnlyList<QueryPicture> pictures, CancellationToken ct) =>
        RunAsync(asked, pictures, 0, RegisterTable.MostRows, ct);

    /// <summary>Titles that fit what was typed so far.</summary>
    public async Task<IReadOnlyList<string>> SuggestAsync(string typed, CancellationToken ct)
    {
        var viewer = await me.ViewerAsync(ct);
        try
        {
            return index.Index.Suggest(typed[..Math.Min(typed.Length, MostTyped)], viewer.Audiences, MostSuggestions);
        }
        catch (Exception e) when (IndexFault.Of(e) is not null)
        {
            return [];
        }
    }

    private async Task<RegisterAnswer> RunAsync(RegisterAsked asked, IReadOnlyList<QueryPicture> pictures, int skip, int limit, CancellationToken ct)
    {
        var viewer = await me.ViewerAsync(ct);
        var query = new SearchQuery
        {
            Audiences = viewer.Audiences,
            Words = asked.Words,
            Images = [.. pictures.Select(picture => picture.Features)],
            ExcludeId = pictures.Select(picture => picture.ExcludeId).FirstOrDefault(id => id is not null),
            Facets = asked.Facets,
            From = asked.FirstDay,
            To = asked.LastDay,
            Order = asked.Order,
            // By likeness the slight ones come last; by day they would stand between the others.
            LeastProbability = asked.Order == SearchOrder.Newest ? Resembles : 0,
            Skip = skip,
            Limit = limit,
        };
        if (Ask(query, ct) is not var (result, position))
            return RegisterAnswer.Rebuilding;
        return new(await rows.ReadAsync(result.Hits, viewer, ct), result.Total, result.Facets, result.Problem, position, index.IsRefilling);
    }

    private (SearchResult Result, long Position)? Ask(SearchQuery query, CancellationToken ct)
    {
        try
        {
            // Before the search: what comes in meanwhile may be missing from the answer.
            var position = index.Index.Position;
            return (index.Index.Search(query, ct), position);
        }
        catch (Exception e) when (IndexFault.Of(e) is not null)
        {
            // The host of the index knows it too, and opens it or builds it again.
            return null;
        }
    }
}
