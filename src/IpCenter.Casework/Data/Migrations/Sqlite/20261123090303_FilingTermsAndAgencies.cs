using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IpCenter.Casework.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FilingTermsAndAgencies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "TermEndsOn",
                table: "Applications",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "TermRemindedOn",
                table: "Applications",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "KnownAgencies",
                columns: table => new
                {
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Agency = table.Column<string>(type: "TEXT", nullable: false),
                    SavedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KnownAgencies", x => x.OwnerId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Applications_TermEndsOn",
                table: "Applications",
                column: "TermEndsOn",
                filter: "\"TermEndsOn\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "KnownAgencies");

            migrationBuilder.DropIndex(
                name: "IX_Applications_TermEndsOn",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "TermEndsOn",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "TermRemindedOn",
                table: "Applications");
        }
    }
}
